import { t } from '../../utils/i18n';
import { Icon, Initials, TierBadge } from '../controls';
import { CustomerSearch } from '../search/CustomerSearch';
import type { Content, Likely as LikelyOne, SidebarActions } from './props';

interface LikelyProps extends Pick<Extract<Content, { kind: 'unknown' }>, 'likely' | 'search'> {
  readOnly: boolean;
  actions: SidebarActions;
}

/** Whom the address may belong to: likely matches first, and any other customer by search. */
export function Likely({ likely, search, readOnly, actions }: LikelyProps) {
  const { query, found } = search;
  const nobody = query.trim() !== '' && found?.length === 0;
  return (
    <section class="likely" aria-labelledby="likely-title">
      <h2 id="likely-title">{t('likelyTitle')}</h2>
      {likely.length > 0 && (
        <ul>
          {likely.map((one) => (
            <Choice key={one.customer.id} {...one} readOnly={readOnly} onAttach={actions.attach} />
          ))}
        </ul>
      )}
      <CustomerSearch
        query={query}
        onQuery={actions.search}
        suggestions={query.trim() === '' ? [] : (found ?? [])}
        hint={t('attachSearch')}
        disabled={readOnly}
        onChoose={actions.attach}
      />
      {nobody && (
        <p class="faint" role="status">
          {t('attachNone')}
        </p>
      )}
    </section>
  );
}

interface ChoiceProps extends LikelyOne {
  readOnly: boolean;
  onAttach: (customerId: string) => void;
}

function Choice({ customer, why, readOnly, onAttach }: ChoiceProps) {
  return (
    <li>
      <button
        type="button"
        class="choice"
        disabled={readOnly}
        aria-label={t('attachTo', { NAME: customer.name.slice(0, 80) })}
        onClick={() => onAttach(customer.id)}
      >
        <Initials name={customer.name} company={customer.kind === 'company'} />
        <span class="choice-text">
          <span class="choice-name clamp-2" dir="auto">
            {customer.name}
          </span>
          <span class="faint">{t(`likely_${why}`)}</span>
        </span>
        {customer.tier && <TierBadge tier={customer.tier} />}
        <Icon name="plus" />
      </button>
    </li>
  );
}
