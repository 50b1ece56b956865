import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import type { SiteHealth } from '../../../utils/sites/health';
import { Badge, Button, TextField } from '../../controls';
import { dateStart, dateText } from '../../format';
import { Health } from './Health';

/** A host that Margin knows more about than any page. */
export interface KnownSite {
  id: string;
  label: string;
  /** Match patterns that the browser is asked for. */
  patterns: readonly string[];
  /** `YYYY-MM-DD` of the last look at the real host; null: by the general rules alone. */
  verified: string | null;
}

export interface SitesProps {
  known: readonly KnownSite[];
  /** Those recognised by the page itself, at whatever address. */
  applications: readonly KnownSite[];
  /** How each has fared here, by its id. */
  health: Readonly<Record<string, SiteHealth>>;
  now: number;
  /** The user's own. */
  children?: ComponentChildren;
  /** Match patterns that the user has allowed. */
  allowed: readonly string[];
  /** The match pattern of an address, or null where it is none that can be asked for. */
  patternOf: (url: string) => string | null;
  /** Straight from the click: asks the browser. */
  onAllow: (patterns: readonly string[]) => void;
  onRevoke: (patterns: readonly string[]) => void;
}

const isOn = ({ patterns }: KnownSite, allowed: readonly string[]) =>
  patterns.every((pattern) => allowed.includes(pattern));

/** Where Margin may look: well-known hosts to tick, any other by its address. */
export function Sites(props: SitesProps) {
  const { known, applications, health, now, allowed, patternOf, onAllow, onRevoke } = props;
  const covered = new Set(known.filter((site) => isOn(site, allowed)).flatMap(({ patterns }) => patterns));
  const others = allowed.filter((pattern) => !covered.has(pattern));
  return (
    <div class="sheet">
      <p class="sheet-lead">{t('sites_lead')}</p>
      {props.children}
      <SiteTicks {...props} />
      <h2 class="sheet-title">{t('sites_applications')}</h2>
      <p class="sheet-lead">{t('sites_applicationsText')}</p>
      <ul class="site-list">
        {applications.map(({ id, label, verified }) => (
          <li key={id} class="site-line">
            <span class="site-name">{label}</span>
            {health[id] && <Health health={health[id]} taught={false} now={now} />}
            <span class="site-verified">{verifiedWords(verified)}</span>
          </li>
        ))}
      </ul>
      <h2 class="sheet-title">{t('sites_others')}</h2>
      <AddSite patternOf={patternOf} allowed={allowed} onAllow={onAllow} />
      {others.length > 0 && (
        <ul class="site-list">
          {others.map((pattern) => (
            <li key={pattern} class="site-line">
              <span class="site-name">{hostOf(pattern)}</span>
              <Badge text={t('sites_general')} />
              <Button kind="plain" onClick={() => onRevoke([pattern])}>
                {t('sites_revoke')}
                <span class="unseen"> {hostOf(pattern)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type TicksProps = Pick<SitesProps, 'known' | 'allowed' | 'onAllow' | 'onRevoke'> &
  Partial<Pick<SitesProps, 'health' | 'now'>>;

export function SiteTicks({ known, allowed, health = {}, now = 0, onAllow, onRevoke }: TicksProps) {
  return (
    <ul class="site-list">
      {known.map((site) => {
        const on = isOn(site, allowed);
        return (
          <li key={site.id} class="site-line">
            <label class="tick">
              <input
                type="checkbox"
                checked={on}
                onChange={(event) => {
                  event.currentTarget.checked = on; // it changes when the browser has said yes
                  if (on) onRevoke(site.patterns);
                  else onAllow(site.patterns);
                }}
              />
              <span class="site-name">{site.label}</span>
              <span class="site-hosts">{site.patterns.map(hostOf).join(', ')}</span>
            </label>
            {health[site.id] && <Health health={health[site.id]} taught={false} now={now} />}
            <span class="site-verified">{verifiedWords(site.verified)}</span>
          </li>
        );
      })}
    </ul>
  );
}

const verifiedWords = (date: string | null) =>
  date ? t('sites_verified', { DATE: dateText(dateStart(date), 0) }) : t('sites_neverVerified');

/** The host of a match pattern, as people write it. */
export const hostOf = (pattern: string): string => pattern.replace(/^[^:]*:\/\//, '').replace(/\/.*$/, '');

function AddSite({ patternOf, allowed, onAllow }: Pick<SitesProps, 'patternOf' | 'allowed' | 'onAllow'>) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const add = () => {
    const text = typed.trim();
    const pattern = patternOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
    if (!pattern) return setError(t('sites_badUrl'));
    if (allowed.includes(pattern)) return setError(t('sites_already', { HOST: hostOf(pattern) }));
    onAllow([pattern]);
    setTyped('');
  };
  return (
    <form
      class="inline-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label={t('sites_url')}
        value={typed}
        placeholder="https://helpdesk.example/"
        error={error}
        onInput={(value) => {
          setTyped(value);
          setError(undefined);
        }}
      />
      <Button submit>{t('sites_add')}</Button>
    </form>
  );
}
