import type { ComponentChildren } from 'preact';
import { t } from '../../../utils/i18n';
import { routeHash } from '../routes';

/** The parts of the page about staying and leaving, in the order of its tabs; `#/retention/PART` opens one. */
export const RETENTION_PARTS = [
  'risks',
  'plans',
  'guard',
  'surveys',
  'investigation',
  'analysis',
  'reasons',
] as const;
export type RetentionPart = (typeof RETENTION_PARTS)[number];

export const partOf = (id: string | null): RetentionPart =>
  RETENTION_PARTS.find((one) => one === id) ?? 'risks';

/** The frame of the page: where one is within it. */
export function Retention({ part, children }: { part: RetentionPart; children: ComponentChildren }) {
  return (
    <>
      <nav class="subnav" aria-label={t('dash_retention')}>
        {RETENTION_PARTS.map((one) => (
          <a
            key={one}
            href={routeHash({ view: 'retention', id: one })}
            aria-current={one === part ? 'page' : undefined}
          >
            {t(`retention_tab_${one}`)}
          </a>
        ))}
      </nav>
      {children}
    </>
  );
}
