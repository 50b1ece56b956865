import type { ComponentChildren } from 'preact';
import { t } from '../../../utils/i18n';
import { CodePattern } from './CodePattern';
import { Contacting } from './Contacting';
import { Looks } from './Looks';
import { Own } from './Own';
import type { SettingsProps } from './props';
import { Stored } from './Stored';

/** All settings on one page, in the order in which they matter. */
export function Settings(props: SettingsProps) {
  const { values, onChange, countries, readAddress, stored, value, children } = props;
  return (
    <div class="sheet">
      <Section title={t('settings_own')}>
        <Own values={values} onChange={onChange} readAddress={readAddress} />
        <CodePattern value={values.codePattern} onChange={(codePattern) => onChange({ codePattern })} />
      </Section>
      <Section title={t('settings_contacting')}>
        <Contacting values={values} onChange={onChange} />
      </Section>
      <Section title={t('settings_looks')}>
        <Looks values={values} onChange={onChange} countries={countries} />
      </Section>
      <Section title={t('settings_value')}>{value}</Section>
      <Section title={t('settings_stored')}>
        <Stored {...stored} />
      </Section>
      {children}
    </div>
  );
}

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="settings-part" aria-label={title}>
      <h2 class="sheet-title">{title}</h2>
      <div class="settings-fields">{children}</div>
    </section>
  );
}
