import { STAGES, TIERS } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Icon, Initials, Menu, TierBadge } from '../controls';
import { stageName, tierName } from '../terms';
import type { CardProps } from './props';

/** Who this is: name, company or contact, and the two classes that one changes most, each in two clicks. */
export function Who({ card, person, actions, readOnly }: CardProps) {
  const { customer } = card;
  const isCompany = customer.kind === 'company';
  return (
    <header class="who">
      <Initials name={customer.name} company={isCompany} />
      <div class="who-text">
        <h1 class="clamp-2" dir="auto" title={customer.name.slice(0, 300)}>
          {customer.name}
        </h1>
        <Second card={card} person={person} />
        {readOnly ? (
          <span class="badges">
            <TierBadge tier={customer.tier} />
            <span class="badge badge-none">{stageName(customer.stage)}</span>
          </span>
        ) : (
          <span class="badges">
            <Menu
              label={t('changeTier')}
              buttonClass="badge-button"
              items={[...TIERS, 'none' as const].map((tier) => ({
                id: tier,
                text: tier === 'none' ? t('tierNone') : tierName(tier),
                chosen: (customer.tier ?? 'none') === tier,
              }))}
              onChoose={(tier) => actions.edit({ tier: tier === 'none' ? null : tier })}
            >
              <span class="unseen">{t('changeTier')}: </span>
              <TierBadge tier={customer.tier} />
            </Menu>
            <Menu
              label={t('changeStage')}
              buttonClass="badge-button"
              items={STAGES.map((stage) => ({
                id: stage,
                text: stageName(stage),
                chosen: customer.stage === stage,
              }))}
              onChoose={(stage) => actions.edit({ stage })}
            >
              <span class="unseen">{t('changeStage')}: </span>
              <span class="badge badge-none">
                {stageName(customer.stage)}
                <Icon name="chevronDown" />
              </span>
            </Menu>
          </span>
        )}
      </div>
    </header>
  );
}

/** Under the name: the person's title and company, or the contact who is on the page. */
function Second({ card: { customer }, person }: Pick<CardProps, 'card' | 'person'>) {
  const contact = person?.contact;
  const parts = contact
    ? [contact.name, contact.title]
    : [
        customer.title,
        customer.company,
        ...(customer.kind === 'company' && person?.name ? [person.name] : []),
      ];
  const line = parts.filter((part) => part && part !== customer.name).join(' · ');
  return line === '' ? null : (
    <p class="who-second clamp-1" dir="auto">
      {line}
    </p>
  );
}
