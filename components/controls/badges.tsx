import type { RiskLevel, Tier } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { riskName, tierName } from '../terms';
import { Icon } from './icons';

const PIPS: Record<Tier, number> = { 'best-core': 3, core: 2, ordinary: 1, expendable: 0 };

/** The tier in words, with filled pips so that it is told without colour: 3 best-core … 0 expendable. */
export function TierBadge({ tier }: { tier: Tier | null }) {
  return (
    <span class={tier === null ? 'badge badge-none' : 'badge badge-tier'}>
      {tier !== null && <TierPips tier={tier} />}
      {tier === null ? t('tierNone') : tierName(tier)}
    </span>
  );
}

export function TierPips({ tier }: { tier: Tier }) {
  return (
    <svg class="pips" viewBox="0 0 22 8" aria-hidden="true" focusable="false">
      {[0, 1, 2].map((index) => (
        <circle
          key={index}
          cx={4 + index * 7}
          cy="4"
          r="2.5"
          class={index < PIPS[tier] ? 'pip-full' : 'pip'}
        />
      ))}
    </svg>
  );
}

const RISK_LOOK = {
  low: { tone: 'good', icon: 'check' },
  medium: { tone: 'warn', icon: 'alert' },
  high: { tone: 'bad', icon: 'alert' },
} as const;

/** The risk in words and shape; never low where nothing is known. */
export function RiskBadge({ level }: { level: RiskLevel | null }) {
  if (level === null) return <span class="badge badge-none">{t('riskUnknown')}</span>;
  const { tone, icon } = RISK_LOOK[level];
  return (
    <span class={`badge badge-${tone}`}>
      <Icon name={icon} />
      {riskName(level)}
    </span>
  );
}

/** A short label for a kind or state, without colour. */
export function Badge({ text, tone = 'none' }: { text: string; tone?: 'none' | 'good' | 'warn' | 'bad' }) {
  return <span class={`badge badge-${tone}`}>{text}</span>;
}
