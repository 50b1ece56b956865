import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { TextArea } from '../../controls';
import { readList } from './lists';

export interface ListSettingProps {
  label: string;
  hint?: string;
  values: readonly string[];
  /** Reads one entry; null where it is none. */
  read: (entry: string) => string | null;
  /** What to say of an entry that is refused. */
  refuse: (entry: string) => string;
  onChange: (values: string[]) => void;
  rows?: number;
}

/** A list, one entry to a line; kept when the field is left, unless an entry is wrong. */
export function ListSetting({ label, hint, values, read, refuse, onChange, rows = 2 }: ListSettingProps) {
  const kept = values.join('\n');
  const [typed, setTyped] = useState<string | null>(null);
  const [bad, setBad] = useState<string | null>(null);
  const leave = () => {
    if (typed === null) return;
    const check = readList(typed, read);
    setBad(check.ok ? null : check.bad);
    if (!check.ok) return;
    setTyped(null);
    if (check.values.join('\n') !== kept) onChange(check.values);
  };
  return (
    <TextArea
      label={label}
      hint={hint ?? t('hint_onePerLine')}
      error={bad === null ? undefined : refuse(bad)}
      rows={Math.min(8, Math.max(rows, (typed ?? kept).split('\n').length))}
      value={typed ?? kept}
      onInput={(text) => {
        setTyped(text);
        setBad(null);
      }}
      onBlur={leave}
    />
  );
}
