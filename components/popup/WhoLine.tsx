import type { Customer } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Badge, Button, Initials, TierBadge } from '../controls';
import type { NewCustomer } from '../search/CustomerSearch';

export interface WhoLineProps {
  who: { customer: Customer } | { made: NewCustomer };
  onChange: () => void;
}

/** Whom the note is about, once that is settled. */
export function WhoLine({ who, onChange }: WhoLineProps) {
  const known = 'customer' in who ? who.customer : null;
  const made = 'made' in who ? who.made : null;
  const name = known?.name ?? made?.name ?? '';
  return (
    <div class="who">
      <Initials name={name} company={known?.kind === 'company'} />
      <span class="search-words">
        <span class="who-name">{name}</span>
        <span class="search-detail">{known ? known.company || known.emails[0] : made?.email}</span>
      </span>
      {known ? known.tier && <TierBadge tier={known.tier} /> : <Badge text={t('popup_new')} />}
      <Button kind="plain" onClick={onChange}>
        {t('popup_change')}
      </Button>
    </div>
  );
}
