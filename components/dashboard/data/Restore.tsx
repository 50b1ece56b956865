import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { Button, FileButton, Icon } from '../../controls';
import { countText, dateTimeText } from '../../format';
import { Passphrase } from './Passphrase';
import { PreviewTable } from './PreviewTable';
import type { RestoreProps, RestoreView } from './view';

/** Bringing a backup in: file, what it would change, then merge or replace. */
export function Restore(props: RestoreProps) {
  const { view } = props;
  return (
    <div class="data-restore" aria-live="polite">
      {view.step === 'choose' && <Choose {...props} view={view} />}
      {view.step === 'passphrase' && <Ask {...props} view={view} />}
      {(view.step === 'reading' || view.step === 'working') && <Running {...props} view={view} />}
      {view.step === 'preview' && <Look {...props} view={view} />}
      {view.step === 'done' && <Done {...props} view={view} />}
    </div>
  );
}

type At<S extends RestoreView['step']> = RestoreProps & { view: Extract<RestoreView, { step: S }> };

function Choose({ view, onFile }: At<'choose'>) {
  return (
    <>
      {view.problem && (
        <p class="notice" role="alert">
          <Icon name="alert" />
          {t(`data_problem_${view.problem.replaceAll('-', '_') as 'truncated'}`)} {t('data_nothingChanged')}
        </p>
      )}
      <p class="field-hint">{t('data_restoreHint')}</p>
      <div class="sheet-actions">
        <FileButton
          icon="upload"
          text={t('data_chooseFile')}
          accept=".gz,.margin,application/gzip"
          onFile={onFile}
        />
      </div>
    </>
  );
}

function Ask({ view, onPassphrase, onCancel }: At<'passphrase'>) {
  const [typed, setTyped] = useState('');
  return (
    <form
      class="data-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed) onPassphrase(typed);
      }}
    >
      <Passphrase
        label={t('data_passphraseOf', { NAME: view.fileName })}
        error={view.wrong ? t('data_problem_wrong_passphrase') : undefined}
        value={typed}
        onInput={setTyped}
      />
      <div class="sheet-actions">
        <Button kind="primary" submit disabled={typed === ''}>
          {t('data_open')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

function Running({ view, onCancel }: At<'reading' | 'working'>) {
  const text = t(view.step === 'reading' ? 'data_reading' : 'data_restoring', { NAME: view.fileName });
  return (
    <>
      <p>{text}</p>
      <progress class="data-progress" value={view.share} aria-label={text} />
      <div class="sheet-actions">
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </>
  );
}

function Look({ view, now, onMerge, onReplace, onCancel }: At<'preview'>) {
  const [sure, setSure] = useState(false);
  const { head } = view.preview;
  return (
    <>
      <p>
        {t('data_found', {
          NAME: view.fileName,
          WHEN: dateTimeText(head.madeAt, now),
          COUNT: countText(head.customers),
        })}
      </p>
      <PreviewTable preview={view.preview} />
      <p class="field-hint">{t('data_mergeHint')}</p>
      {sure && (
        <p class="notice" role="alert">
          <Icon name="alert" />
          {t('data_replaceSure')}
        </p>
      )}
      <div class="sheet-actions">
        {!sure && (
          <Button kind="primary" onClick={onMerge}>
            {t('data_merge')}
          </Button>
        )}
        <Button kind="danger" onClick={() => (sure ? onReplace() : setSure(true))}>
          {t(sure ? 'data_replaceNow' : 'data_replace')}
        </Button>
        <Button onClick={sure ? () => setSure(false) : onCancel}>{t('cancel')}</Button>
      </div>
    </>
  );
}

function Done({ view, onUndo, onCancel }: At<'done'>) {
  const undoable = view.how === 'merge' && view.changes > 0;
  return (
    <>
      <p class="data-last">
        <Icon name="check" />
        {t(view.how === 'replace' ? 'data_replaced' : undoable ? 'data_merged' : 'data_mergedNothing')}
      </p>
      <div class="sheet-actions">
        {undoable && (
          <Button icon="undo" onClick={onUndo}>
            {t('undo')}
          </Button>
        )}
        <Button onClick={onCancel}>{t('data_another')}</Button>
      </div>
    </>
  );
}
