import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { Button, Icon, Passphrase, Select } from '../../controls';
import { countText, dateTimeText, sizeText } from '../../format';
import type { BackupsProps } from './view';

const EVERY = ['0', '1', '7', '30'] as const;
const KEPT = ['3', '10', '30'] as const;
const SHOWN = 5;

/** When the last backup was made and where it is; one now; how they are made by themselves. */
export function Backups(props: BackupsProps) {
  const { state, now, share, onBackUp } = props;
  const [last] = state.made;
  const [passphrase, setPassphrase] = useState('');
  return (
    <>
      <p class={last ? 'data-last' : 'data-last data-never'}>
        <Icon name={last ? 'check' : 'alert'} />
        {last
          ? t('data_last', { WHEN: dateTimeText(last.at, now), COUNT: countText(last.customers) })
          : t('data_never')}
      </p>
      {state.failed && (
        <p class="notice" role="alert">
          <Icon name="alert" />
          {t(`data_failed_${state.failed}`)}
        </p>
      )}
      <Passphrase
        label={t('data_passphrase')}
        hint={t('data_passphraseHint')}
        value={passphrase}
        onInput={setPassphrase}
      />
      <div class="sheet-actions">
        <Button
          kind="primary"
          icon="download"
          disabled={share !== null}
          onClick={() => {
            onBackUp(passphrase);
            setPassphrase('');
          }}
        >
          {share === null ? t('data_backUp') : t('data_backingUp')}
        </Button>
      </div>
      {share !== null && <progress class="data-progress" value={share} aria-label={t('data_backingUp')} />}
      <Plan {...props} />
      {state.made.length > 0 && <Made state={state} now={now} />}
    </>
  );
}

function Plan({ state, folders, ...on }: BackupsProps) {
  const { everyDays, keep, folder, key } = state;
  const everyText = {
    '0': 'data_every_0',
    '1': 'data_every_1',
    '7': 'data_every_7',
    '30': 'data_every_30',
  } as const;
  return (
    <>
      <Select
        label={t('data_every')}
        value={String(everyDays ?? 0)}
        options={EVERY.map((value) => ({ value, text: t(everyText[value]) }))}
        hint={t(folders ? 'data_everyHint' : 'data_everyDownload')}
        onChange={(value) => on.onPlan({ everyDays: Number(value) || null })}
      />
      {folder && everyDays !== null && (
        <Select
          label={t('data_keep')}
          value={String(keep)}
          options={KEPT.map((value) => ({ value, text: t('data_keepFiles', { FILES: value }) }))}
          onChange={(value) => on.onPlan({ keep: Number(value) })}
        />
      )}
      {folders && (
        <div class="data-folder">
          <p class="field-label">{t('data_folder')}</p>
          <p dir="auto">{folder ? folder.name : t('data_noFolder')}</p>
          <div class="sheet-actions">
            <Button onClick={on.onFolder}>{t(folder ? 'data_otherFolder' : 'data_chooseFolder')}</Button>
            {folder && (
              <Button kind="plain" onClick={on.onForgetFolder}>
                {t('data_forgetFolder')}
              </Button>
            )}
          </div>
        </div>
      )}
      {everyDays !== null && <Seal sealed={key !== null} onPassphrase={on.onAutomaticPassphrase} />}
    </>
  );
}

function Seal({ sealed, onPassphrase }: { sealed: boolean; onPassphrase: (passphrase: string) => void }) {
  const [typed, setTyped] = useState('');
  if (sealed)
    return (
      <div class="data-folder">
        <p class="field-label">{t('data_sealAutomatic')}</p>
        <p>{t('data_sealed')}</p>
        <div class="sheet-actions">
          <Button kind="plain" onClick={() => onPassphrase('')}>
            {t('data_unseal')}
          </Button>
        </div>
      </div>
    );
  return (
    <form
      class="data-folder"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed) onPassphrase(typed);
        setTyped('');
      }}
    >
      <Passphrase
        label={t('data_sealAutomatic')}
        hint={t('data_sealHint')}
        value={typed}
        onInput={setTyped}
      />
      <Button submit disabled={typed === ''}>
        {t('data_seal')}
      </Button>
    </form>
  );
}

function Made({ state, now }: Pick<BackupsProps, 'state' | 'now'>) {
  return (
    <section class="data-made" aria-label={t('data_made')}>
      <h3 class="field-label data-small">{t('data_made')}</h3>
      <ul class="site-list">
        {state.made.slice(0, SHOWN).map((one) => (
          <li key={one.name + one.at} class="site-line">
            <span class="import-recent">
              <span class="site-name" dir="auto">
                {one.name}
              </span>
              <span class="faint">
                {dateTimeText(one.at, now)} · {sizeText(one.bytes)} ·{' '}
                {t(one.to === 'folder' ? 'data_toFolder' : 'data_toDownload')}
                {one.sealed && ` · ${t('data_isSealed')}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
