import type { ComponentChildren } from 'preact';
import { Button, ErrorState, LoadingState } from '../../components/controls';
import type { Settings } from '../browser/settings';
import { t } from '../i18n';
import type { Store } from '../store';
import { useStore } from './live';
import { useSettings } from './page';
import { troubleWords } from './trouble';

/** Opens the store and reads the settings, then draws; says it where that fails. */
export function Opened({ children }: { children: (store: Store, settings: Settings) => ComponentChildren }) {
  const settings = useSettings();
  const { value: store, error, retry } = useStore();
  if (error !== null && settings) {
    return (
      <ErrorState title={t('trouble_title')} actions={<Button onClick={retry}>{t('trouble_retry')}</Button>}>
        {troubleWords(error)}
      </ErrorState>
    );
  }
  if (!store || !settings) return <LoadingState />;
  return <>{children(store, settings)}</>;
}
