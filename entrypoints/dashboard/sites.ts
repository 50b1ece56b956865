import { useEffect, useState } from 'preact/hooks';
import { hostOf, type KnownSite, type SitesProps } from '../../components/dashboard/sites/Sites';
import { allowedSites, requestSites, revokeSite, siteOf, watchSites } from '../../utils/browser/permissions';
import { t } from '../../utils/i18n';
import { SITES } from '../../utils/sites';
import type { Changes } from '../../utils/ui/changes';

/** The host part of a site's own pattern: permissions are asked for whole hosts. */
const hostPattern = (match: string) => `*://${hostOf(match)}/*`;

/** The hosts with addresses of their own; self-hosted applications are allowed by their address. */
const toKnown = (site: (typeof SITES)[number]): KnownSite => ({
  id: site.id,
  label: site.label,
  patterns: [...new Set(site.matches.map(hostPattern))],
  verified: site.verified,
});
const KNOWN = SITES.filter(({ matches }) => matches.length > 0).map(toKnown);
const APPLICATIONS = SITES.filter(({ matches }) => matches.length === 0).map(toKnown);

/** The sites that the user has allowed, live, and the ways to change that. */
export function useSites(changes: Changes): Omit<SitesProps, 'health' | 'now' | 'children'> {
  const [allowed, setAllowed] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = () => void allowedSites().then(setAllowed);
    read();
    return watchSites(read);
  }, []);
  const words = (patterns: readonly string[]) => patterns.map(hostOf).join(', ');
  return {
    known: KNOWN,
    applications: APPLICATIONS,
    allowed,
    patternOf: siteOf,
    onAllow: (patterns) =>
      void requestSites([...patterns]).then(
        (yes) => changes.tell(yes ? t('sites_allowed', { HOSTS: words(patterns) }) : t('sites_refused')),
        () => changes.tell(t('sites_refused'), true),
      ),
    onRevoke: (patterns) =>
      void Promise.all(patterns.map(revokeSite)).then(
        () => changes.tell(t('sites_revoked', { HOSTS: words(patterns) })),
        () => changes.tell(t('sites_refused'), true),
      ),
  };
}
