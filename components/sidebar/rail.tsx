import { t } from '../../utils/i18n';
import { tierOf } from '../../utils/retention/shown';
import { Icon, Initials, TierPips } from '../controls';
import { countText } from '../due/due-text';
import { tierName } from '../terms';
import type { SidebarProps } from './props';

/** The collapsed margin, 44 px: one button that opens it, with the tier and what is due. */
export function Rail({ content, dueCount, side, changed, actions }: SidebarProps) {
  const card = content.kind === 'card' ? content.card : null;
  const customer = card?.customer;
  const tier = card && tierOf(card.customer, card.insight);
  const words = [
    t('railOpen'),
    changed && t('teach_changed'),
    customer?.name,
    tier && tierName(tier),
    dueCount > 0 ? t('dueCount', { COUNT: countText(dueCount) }) : null,
  ].filter((word) => word);
  return (
    <button
      type="button"
      class="rail"
      aria-label={words.join(' · ')}
      title={words.join('\n')}
      onClick={() => actions.collapse(false)}
    >
      <Icon name={side === 'right' ? 'chevronLeft' : 'chevronRight'} />
      {changed && (
        <span class="rail-changed">
          <Icon name="alert" />
        </span>
      )}
      {customer && <Initials name={customer.name} company={customer.kind === 'company'} />}
      {tier && <TierPips tier={tier} />}
      {dueCount > 0 && (
        <span class="rail-due">
          <Icon name="bell" />
          {dueCount > 99 ? '99+' : dueCount}
        </span>
      )}
    </button>
  );
}
