import { useState } from 'preact/hooks';
import {
  checkCodePattern,
  MAX_PATTERN_LENGTH,
  type PatternCheck,
} from '../../../utils/customer/code-pattern';
import { t } from '../../../utils/i18n';
import { TextField } from '../../controls';

/** Of the text to try on, this much is looked at. */
const MAX_TRY = 2_000;

export interface CodePatternProps {
  value: string;
  onChange: (source: string) => void;
}

/** The pattern of the user's customer codes, with a text to try it on; kept only while it is safe. */
export function CodePattern({ value, onChange }: CodePatternProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [sample, setSample] = useState('');
  const source = typed ?? value;
  const check = checkCodePattern(source);
  const leave = () => {
    if (!check.ok || typed === null) return;
    setTyped(null);
    if (typed !== value) onChange(typed);
  };
  return (
    <>
      <TextField
        label={t('settings_codePattern')}
        hint={t('settings_codePatternHint')}
        error={problemWords(check)}
        value={source}
        placeholder="[A-Z]{2}-\d{4,6}"
        onInput={setTyped}
        onBlur={leave}
      />
      <TextField
        label={t('settings_codeTry')}
        value={sample}
        hint={foundWords(check, sample)}
        onInput={setSample}
      />
    </>
  );
}

function problemWords(check: PatternCheck): string | undefined {
  if (check.ok) return undefined;
  if (check.problem === 'syntax') return t('pattern_syntax', { WHY: check.detail });
  if (check.problem === 'long') return t('pattern_long', { MAX: MAX_PATTERN_LENGTH });
  return t(`pattern_${check.problem}`);
}

function foundWords(check: PatternCheck, sample: string): string | undefined {
  if (!check.ok || !check.pattern || sample === '') return undefined;
  const found = [...sample.slice(0, MAX_TRY).matchAll(check.pattern)].map(([code]) => code);
  return found.length > 0 ? t('settings_codeFound', { CODES: found.join(', ') }) : t('settings_codeNone');
}
