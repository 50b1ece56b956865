import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Referred } from '../../utils/store/api';
import { Button, Icon, LoadingState } from '../controls';
import { CustomerSearch } from '../search/CustomerSearch';
import type { ReferrerSearch, WorthProps } from './props';
import { amount } from './words';

/** Who referred them, whom they referred, and what each of those has brought. */
export function Referrals(props: WorthProps & { search: ReferrerSearch }) {
  const { details, insight } = props;
  if (!details) return <LoadingState />;
  const { referrals } = details;
  const currency = insight?.currency ?? details.settings.currency;
  return (
    <section class="referrals" aria-labelledby="referrals-title">
      <header class="part-head">
        <h2 id="referrals-title">{t('referrals')}</h2>
      </header>
      <Referrer {...props} />
      {referrals.length === 0 ? (
        <p class="faint">{t('referrals_none')}</p>
      ) : (
        <>
          <Branch
            of={props.customer.id}
            all={referrals}
            currency={currency}
            onOpen={props.actions.openCustomer}
          />
          <p class="referral referral-sum">
            <span>{t('referrals_sum', { COUNT: referrals.length })}</span>
            <b>{amount(insight?.referred ?? 0, currency)}</b>
          </p>
          {insight && (
            <p class="referral">
              <span>{t('referrals_withOwn')}</span>
              <b>{amount(insight.net + insight.referred, currency)}</b>
            </p>
          )}
          <p class="faint">{t('referrals_beside')}</p>
        </>
      )}
    </section>
  );
}

interface BranchProps {
  of: string;
  all: readonly Referred[];
  currency: string;
  onOpen: (id: string) => void;
}

/** Those whom one customer referred, each with their own below. */
function Branch({ of, all, currency, onOpen }: BranchProps) {
  const here = all.filter(({ referredBy }) => referredBy === of);
  if (here.length === 0) return null;
  return (
    <ul class="branch">
      {here.map(({ customer, net }) => (
        <li key={customer.id}>
          <div class="referral">
            <Button kind="plain" onClick={() => onOpen(customer.id)}>
              <span class="clamp-1" dir="auto">
                {customer.name}
              </span>
            </Button>
            <span class={net < 0 ? 'figure-minus' : ''}>{amount(net, currency)}</span>
          </div>
          <Branch of={customer.id} all={all} currency={currency} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

/** Who referred this customer: shown, set by search, cleared. */
function Referrer({ details, readOnly, actions, search, customer }: WorthProps & { search: ReferrerSearch }) {
  const [asking, setAsking] = useState(false);
  const referrer = details?.referrer ?? null;
  const choose = (id: string | null) => {
    setAsking(false);
    search.onQuery('');
    actions.setReferrer(id);
  };
  const found = (search.found ?? []).filter((one) => one.customer.id !== customer.id);
  const nobody = search.query.trim() !== '' && search.found !== null && found.length === 0;
  return (
    <div class="referrer">
      <div class="referral">
        <span class="soft">{t('referredBy')}</span>
        {referrer ? (
          <Button kind="plain" onClick={() => actions.openCustomer(referrer.id)}>
            <span class="clamp-1" dir="auto">
              {referrer.name}
            </span>
          </Button>
        ) : (
          <span class="faint">{t('referredBy_none')}</span>
        )}
        {!readOnly && (
          <span class="referrer-actions">
            <Button kind="plain" icon="edit" onClick={() => setAsking(!asking)}>
              {t(referrer ? 'referredBy_change' : 'referredBy_set')}
            </Button>
            {referrer && (
              <Button kind="plain" icon="close" onClick={() => choose(null)}>
                {t('referredBy_clear')}
              </Button>
            )}
          </span>
        )}
      </div>
      {asking && (
        <>
          <CustomerSearch
            query={search.query}
            onQuery={search.onQuery}
            suggestions={search.query.trim() === '' ? [] : found}
            hint={t('referredBy_search')}
            onChoose={(id) => choose(id)}
          />
          {nobody && (
            <p class="faint" role="status">
              <Icon name="search" /> {t('attachNone')}
            </p>
          )}
        </>
      )}
    </div>
  );
}
