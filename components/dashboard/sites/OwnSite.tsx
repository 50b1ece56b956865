import { useState } from 'preact/hooks';
import type { Site } from '../../../utils/detect/types';
import { t } from '../../../utils/i18n';
import type { SiteHealth } from '../../../utils/sites/health';
import { Button, TextArea } from '../../controls';
import { Health } from './Health';

/** What one open page of the site was read as. */
export interface SiteTry {
  title: string;
  values: readonly string[];
}

export interface OwnSiteActions {
  /** The site file as text. */
  textOf: (site: Site) => string;
  /** Reads the pages of the site that are open now; none: there are none. */
  onTest: (site: Site) => Promise<readonly SiteTry[]>;
  /** Resolves to why the text is refused; null: it was kept. */
  onEdit: (site: Site, text: string) => Promise<string | null>;
  onExport: (site: Site) => void;
  onRemove: (site: Site) => void;
}

interface OwnSiteProps extends OwnSiteActions {
  site: Site;
  health: SiteHealth | undefined;
  now: number;
}

export function OwnSite({ site, health, now, textOf, onTest, onEdit, onExport, onRemove }: OwnSiteProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const [tries, setTries] = useState<readonly SiteTry[] | null>(null);
  const save = async () => {
    const why = await onEdit(site, typed ?? '');
    setProblem(why === null ? undefined : t('sites_bad', { WHY: why }));
    if (why === null) setTyped(null);
  };
  return (
    <li class="own-site">
      <div class="own-site-head">
        <span class="site-name">{site.label}</span>
        <span class="site-hosts">{site.matches.join(', ')}</span>
        <Health health={health} taught now={now} />
      </div>
      <div class="sheet-actions">
        <Button onClick={() => void onTest(site).then(setTries)}>{t('sites_test')}</Button>
        <Button icon="edit" onClick={() => setTyped(textOf(site))}>
          {t('sites_edit')}
        </Button>
        <Button icon="download" onClick={() => onExport(site)}>
          {t('sites_export')}
        </Button>
        <Button kind="plain" icon="trash" onClick={() => onRemove(site)}>
          {t('sites_remove')}
          <span class="unseen"> {site.label}</span>
        </Button>
      </div>
      {tries && <Tries tries={tries} />}
      {typed !== null && (
        <form
          class="own-site-edit"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextArea
            label={t('sites_editFile')}
            value={typed}
            rows={14}
            error={problem}
            onInput={setTyped}
            autoFocus
          />
          <div class="sheet-actions">
            <Button kind="primary" submit>
              {t('sites_keep')}
            </Button>
            <Button onClick={() => setTyped(null)}>{t('sites_cancel')}</Button>
          </div>
        </form>
      )}
    </li>
  );
}

function Tries({ tries }: { tries: readonly SiteTry[] }) {
  if (tries.length === 0) return <p role="status">{t('sites_testNone')}</p>;
  return (
    <ul class="own-site-tries" role="status">
      {tries.map(({ title, values }, index) => (
        <li key={index}>
          <span class="clamp-1">{title}</span>{' '}
          <b>{values.length > 0 ? values.join(' · ') : t('sites_testNothing')}</b>
        </li>
      ))}
    </ul>
  );
}
