import { STAGES, TIERS } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { tierOf } from '../../utils/retention/shown';
import { Icon, Initials, Menu, TierBadge } from '../controls';
import { dateStart, dateText } from '../format';
import { stageOf } from '../retention/warning';
import { stageName, tierName } from '../terms';
import type { CardProps } from './props';

/** Who this is: name, company or contact, and the two classes that one changes most, each in two clicks. */
export function Who(props: CardProps) {
  const { card, person, actions, readOnly } = props;
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
            <TierBadge tier={tierOf(card.customer, card.insight)} />
            <span class="badge badge-none">{stageName(stageOf(props)?.stage ?? customer.stage)}</span>
          </span>
        ) : (
          <span class="badges">
            <TierMenu card={card} actions={actions} />
            <StageMenu {...props} />
          </span>
        )}
      </div>
    </header>
  );
}

/** The tier, in two clicks: as the ledger ranks them, or held at one by hand. */
function TierMenu({ card, actions }: Pick<CardProps, 'card' | 'actions'>) {
  const tier = tierOf(card.customer, card.insight);
  const pinned = (card.customer.tierPinned ?? null) !== null;
  const ranked = card.insight?.rankedTier ?? null;
  const choices = [
    ...(ranked ? [{ id: 'ranked' as const, text: t('tierAsRanked', { TIER: tierName(ranked) }) }] : []),
    ...TIERS.map((id) => ({ id, text: ranked ? t('tierPin', { TIER: tierName(id) }) : tierName(id) })),
    ...(ranked ? [] : [{ id: 'none' as const, text: t('tierNone') }]),
  ];
  const now = ranked && !pinned ? 'ranked' : (tier ?? 'none');
  return (
    <Menu
      label={t('changeTier')}
      buttonClass="badge-button"
      items={choices.map(({ id, text }) => ({ id, text, chosen: id === now }))}
      onChoose={(id) => {
        if (id === 'ranked') actions.edit({ tierPinned: null, tier: ranked });
        else if (id === 'none') actions.edit({ tierPinned: null, tier: null });
        else actions.edit({ tierPinned: id, tier: id });
      }}
    >
      <span class="unseen">{t('changeTier')}: </span>
      <TierBadge tier={tier} />
      {pinned && ranked && (
        <span class="tier-pin" title={t('tierPinned')}>
          <Icon name="pin" />
          <span class="unseen">{t('tierPinned')}</span>
        </span>
      )}
    </Menu>
  );
}

/** The stage and since when: as ledger and records tell it, or held by hand. */
function StageMenu(props: CardProps) {
  const { card, actions, now } = props;
  const shown = stageOf(props);
  const told = shown?.told ?? null;
  const stage = shown?.stage ?? card.customer.stage;
  const pinned = shown?.by === 'hand';
  const since = shown && t('stageSince', { DATE: dateText(dateStart(shown.from), now) });
  const asTold = told && {
    id: 'told' as const,
    text: t('stageAsTold', { STAGE: stageName(told.stage), DATE: dateText(dateStart(told.from), now) }),
  };
  const choices = [
    ...(asTold ? [asTold] : []),
    ...STAGES.map((id) => ({ id, text: told ? t('tierPin', { TIER: stageName(id) }) : stageName(id) })),
  ];
  const current = told && !pinned ? 'told' : stage;
  return (
    <Menu
      label={t('changeStage')}
      buttonClass="badge-button"
      items={choices.map(({ id, text }) => ({ id, text, chosen: id === current }))}
      onChoose={(id) => (id === 'told' ? actions.pinStage(null, told?.stage) : actions.pinStage(id))}
    >
      <span class="unseen">{t('changeStage')}: </span>
      <span class="badge badge-none" title={since ?? undefined}>
        {stageName(stage)}
        <Icon name="chevronDown" />
      </span>
      {since && <span class="unseen">{since}</span>}
      {pinned && (
        <span class="tier-pin" title={t('tierPinned')}>
          <Icon name="pin" />
          <span class="unseen">{t('tierPinned')}</span>
        </span>
      )}
    </Menu>
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
