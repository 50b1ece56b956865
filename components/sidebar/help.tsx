import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Button } from '../controls';

const KEYS = [
  ['N', 'help_note'],
  ['D', 'help_done'],
  ['S', 'help_snooze'],
  ['R', 'help_reason'],
  ['L', 'help_leaving'],
  ['C', 'help_complaint'],
  ['E', 'help_entry'],
  ['J / K', 'help_person'],
  ['B', 'help_due'],
  ['Ctrl Enter', 'help_save'],
  ['?', 'help_help'],
  ['Esc', 'help_escape'],
] as const;

/** The keys, in a modal dialog: the browser keeps the focus inside and gives it back. */
export function Help({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">{t('helpKeys')}</h2>
      <dl>
        {KEYS.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => dialog.current?.close()}>{t('close')}</Button>
    </dialog>
  );
}
