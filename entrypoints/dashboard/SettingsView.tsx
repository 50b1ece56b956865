import { useEffect, useState } from 'preact/hooks';
import { Settings } from '../../components/dashboard/settings/Settings';
import { later } from '../../components/later';
import { writeSettings } from '../../utils/browser/settings-store';
import { canonicalEmail } from '../../utils/customer/email';
import { t } from '../../utils/i18n';
import { countries } from './countries';
import { DataPart } from './data/DataPart';
import { LockPart } from './LockPart';
import { useSample } from './use-sample';
import type { ViewProps } from './views';

const ValueSettingsView = later(() => import('./ValueSettingsView').then((all) => all.ValueSettingsView), 6);

/** The settings, kept one by one. */
export function SettingsView(props: ViewProps) {
  const { settings, changes, list } = props;
  const sample = useSample(props);
  const keep = (patch: Partial<typeof settings>) =>
    void writeSettings(patch).then(
      () => changes.tell(t('dash_settingSaved')),
      () => changes.tell(t('dash_failed', { WHY: t('trouble_other') }), true),
    );
  return (
    <Settings
      values={settings}
      onChange={keep}
      countries={countries}
      readAddress={canonicalEmail}
      value={<ValueSettingsView {...props} onChange={keep} />}
      stored={{ customers: list.rows.size, bytes: useBytes(list.rows.size), ...sample }}
    >
      <LockPart {...props} onChange={keep} />
      <DataPart {...props} />
    </Settings>
  );
}

/** Bytes that the browser counts for the extension; asked again when the number of customers changes. */
function useBytes(customers: number): number | null {
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    navigator.storage.estimate().then(
      ({ usage }) => setBytes(usage ?? null),
      () => setBytes(null),
    );
  }, [customers]);
  return bytes;
}
