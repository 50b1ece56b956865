import { useState } from 'preact/hooks';
import type { Site } from '../../../utils/detect/types';
import { t } from '../../../utils/i18n';
import type { SiteHealth } from '../../../utils/sites/health';
import { Button, FileButton } from '../../controls';
import { OwnSite, type OwnSiteActions } from './OwnSite';

export interface OwnSitesProps extends OwnSiteActions {
  sites: readonly Site[];
  health: Readonly<Record<string, SiteHealth>>;
  now: number;
  /** What was removed last, and can come back. */
  removed: Site | null;
  onRestore: () => void;
  onImport: (text: string) => Promise<string | null>;
}

/** The pages that the user taught: how they fare, and their files to test, edit, give away and take in. */
export function OwnSites({ sites, health, now, removed, onRestore, onImport, ...actions }: OwnSitesProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (file: File) => {
    const why = await onImport(await file.slice(0, MAX_READ).text());
    setProblem(why === null ? null : t('sites_bad', { WHY: why }));
  };
  return (
    <section class="sheet-part" aria-labelledby="own-sites">
      <h2 id="own-sites" class="sheet-title">
        {t('sites_own')}
      </h2>
      {sites.length === 0 && <p class="sheet-lead">{t('sites_ownNone')}</p>}
      <ul class="site-list">
        {sites.map((site) => (
          <OwnSite key={site.id} site={site} health={health[site.id]} now={now} {...actions} />
        ))}
      </ul>
      {removed && (
        <p class="site-removed" role="status">
          {t('sites_removed', { NAME: removed.label })}
          <Button kind="plain" icon="undo" onClick={onRestore}>
            {t('sites_restore')}
          </Button>
        </p>
      )}
      <div>
        <FileButton
          icon="upload"
          text={t('sites_import')}
          accept="application/json,.json"
          onFile={(file) => void read(file)}
        />
      </div>
      {problem && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

/** Longer than any site file may be: what is beyond is not even read. */
const MAX_READ = 100_000;
