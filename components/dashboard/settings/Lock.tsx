import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { Button, Passphrase, Select } from '../../controls';
import { dateText } from '../../format';

/** Minutes without use. */
const CHOICES = [5, 15, 30, 60, 240] as const;

export interface LockProps {
  /** When the lock was put on, epoch ms; null: there is none. */
  since: number | null;
  afterMinutes: number | null;
  onAfter: (minutes: number | null) => void;
  shortest: number;
  /** Something that takes a second is under way. */
  busy: boolean;
  /** What went wrong last. */
  error: string | undefined;
  /** A recovery code that is to be written down now. */
  code: string | null;
  /** Makes a lock, whose code is then shown. */
  onPrepare: (passphrase: string) => void;
  /** The code is written down: puts the lock on, or forgets the code of one that is on. */
  onKept: () => void;
  onLockNow: () => void;
  onChange: (typed: string, next: string) => void;
  onNewCode: (typed: string) => void;
  onOff: (typed: string) => void;
}

/** The lock's part of the settings. */
export function Lock(props: LockProps) {
  if (props.code !== null) return <Code {...props} code={props.code} />;
  return (
    <div class="data-form">
      {props.since === null ? <Off {...props} /> : <On {...props} since={props.since} />}
      <p class="field-hint">{t('lock_backups')}</p>
    </div>
  );
}

function Off({ shortest, busy, error, onPrepare }: LockProps) {
  const [typed, setTyped] = useState('');
  return (
    <form
      class="data-form"
      onSubmit={(event) => {
        event.preventDefault();
        onPrepare(typed);
      }}
    >
      <p class="field-hint">{t('lock_intro')}</p>
      <Passphrase
        label={t('lock_passphrase')}
        hint={t('lock_short', { COUNT: shortest })}
        error={error}
        value={typed}
        onInput={setTyped}
      />
      <Button submit disabled={busy || typed.length < shortest}>
        {t('lock_next')}
      </Button>
    </form>
  );
}

function Code({ since, code, onKept }: LockProps & { code: string }) {
  const [kept, setKept] = useState(false);
  return (
    <div class="data-form">
      <h3 class="field-label">{t('lock_code')}</h3>
      <output class="lock-code">{code}</output>
      <p class="field-hint">{t('lock_codeHint')}</p>
      <label class="lock-sure">
        <input type="checkbox" checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
        <span>{t('lock_codeKept')}</span>
      </label>
      <Button kind="primary" disabled={!kept} onClick={onKept}>
        {t(since === null ? 'lock_encrypt' : 'close')}
      </Button>
    </div>
  );
}

function On({ since, afterMinutes, onAfter, onLockNow, ...props }: LockProps & { since: number }) {
  return (
    <>
      <p>{t('lock_on', { DATE: dateText(since, Date.now()) })}</p>
      <Select
        label={t('lock_after')}
        hint={t('lock_afterHint')}
        value={String(afterMinutes)}
        options={[
          ...CHOICES.map((minutes) => ({
            value: String(minutes),
            text: t('lock_afterMinutes', { COUNT: minutes }),
          })),
          { value: 'null', text: t('lock_afterNever') },
        ]}
        onChange={(value) => onAfter(value === 'null' ? null : Number(value))}
      />
      <Button icon="lock" onClick={onLockNow}>
        {t('lock_now')}
      </Button>
      <Secrets {...props} />
    </>
  );
}

/** What only who knows the passphrase, or has the code, may do. */
function Secrets({
  shortest,
  busy,
  error,
  onChange,
  onNewCode,
  onOff,
}: Omit<LockProps, 'since' | 'afterMinutes' | 'onAfter' | 'onLockNow'>) {
  const [typed, setTyped] = useState('');
  const [next, setNext] = useState('');
  const none = busy || typed === '';
  return (
    <div class="data-form">
      <Passphrase label={t('lock_current')} error={error} value={typed} onInput={setTyped} />
      <Passphrase
        label={t('lock_new')}
        hint={t('lock_short', { COUNT: shortest })}
        value={next}
        onInput={setNext}
      />
      <div class="sheet-actions">
        <Button disabled={none || next.length < shortest} onClick={() => onChange(typed, next)}>
          {t('lock_change')}
        </Button>
        <Button disabled={none} onClick={() => onNewCode(typed)}>
          {t('lock_codeNew')}
        </Button>
        <Button kind="danger" disabled={none} onClick={() => onOff(typed)}>
          {t('lock_off')}
        </Button>
      </div>
    </div>
  );
}
