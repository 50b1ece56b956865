import { useState } from 'preact/hooks';
import { STAGES, TIERS } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { tierOf } from '../../../utils/retention/shown';
import { Button, Select } from '../../controls';
import { stageName, tierName } from '../../terms';
import type { CardProps } from '../props';
import { checkCountry, checkDays, checkDomain, checkEmail, checkName, checkPhone } from './checks';
import { Contacts } from './contacts';
import { Inline, InlineList } from './inline';

/** Everything that is on file about a customer; each field is edited where it stands. */
export function Details(props: CardProps) {
  const { customer } = props.card;
  return (
    <div class="details">
      <Identity {...props} />
      {customer.kind === 'company' && <Contacts {...props} />}
      <Reach {...props} />
      <Relation {...props} />
      <Remove {...props} />
    </div>
  );
}

function Identity({ card: { customer }, actions: { edit } }: CardProps) {
  return (
    <section class="group" aria-label={t('group_identity')}>
      <h2>{t('group_identity')}</h2>
      <Inline
        label={t('field_name')}
        value={customer.name}
        check={checkName}
        onSave={(name) => edit({ name })}
      />
      <Select
        label={t('field_kind')}
        value={customer.kind}
        onChange={(kind) => edit({ kind })}
        options={(['person', 'company'] as const).map((kind) => ({ value: kind, text: t(`kind_${kind}`) }))}
      />
      {customer.kind === 'person' && (
        <>
          <Inline
            label={t('field_company')}
            value={customer.company}
            onSave={(company) => edit({ company })}
          />
          <Inline label={t('field_title')} value={customer.title} onSave={(title) => edit({ title })} />
        </>
      )}
      <InlineList
        label={t('field_aliases')}
        values={customer.aliases}
        onSave={(aliases) => edit({ aliases })}
      />
      <InlineList label={t('field_codes')} values={customer.codes} onSave={(codes) => edit({ codes })} />
    </section>
  );
}

function Reach({ card: { customer }, actions: { edit } }: CardProps) {
  return (
    <section class="group" aria-label={t('group_reach')}>
      <h2>{t('group_reach')}</h2>
      <InlineList
        label={t('field_emails')}
        values={customer.emails}
        check={checkEmail}
        onSave={(emails) => edit({ emails })}
      />
      <InlineList
        label={t('field_phones')}
        type="tel"
        values={customer.phones}
        check={checkPhone}
        onSave={(phones) => edit({ phones })}
      />
      {customer.kind === 'company' && (
        <InlineList
          label={t('field_domains')}
          hint={t('domainsHint')}
          values={customer.domains}
          check={checkDomain}
          onSave={(domains) => edit({ domains: domains.map((domain) => domain.toLowerCase()) })}
        />
      )}
      <InlineList
        label={t('field_addresses')}
        values={customer.addresses}
        onSave={(addresses) => edit({ addresses })}
      />
      <Inline
        label={t('field_country')}
        hint={t('countryHint')}
        value={customer.country}
        check={checkCountry}
        onSave={(country) => edit({ country: country.toUpperCase() })}
      />
    </section>
  );
}

function Relation({ card: { customer, insight }, actions: { edit } }: CardProps) {
  const cadence = customer.cadenceDays;
  return (
    <section class="group" aria-label={t('group_relation')}>
      <h2>{t('group_relation')}</h2>
      <Select
        label={t('field_tier')}
        value={tierOf(customer, insight) ?? 'none'}
        onChange={(tier) =>
          edit(tier === 'none' ? { tier: null, tierPinned: null } : { tier, tierPinned: tier })
        }
        options={[...TIERS, 'none' as const].map((tier) => ({
          value: tier,
          text: tier === 'none' ? t('tierNone') : tierName(tier),
        }))}
      />
      <Select
        label={t('field_stage')}
        value={customer.stage}
        onChange={(stage) => edit({ stage })}
        options={STAGES.map((stage) => ({ value: stage, text: stageName(stage) }))}
      />
      <Select
        label={t('field_relation')}
        value={customer.relation}
        onChange={(relation) => edit({ relation })}
        options={(['direct', 'indirect'] as const).map((relation) => ({
          value: relation,
          text: t(`relation_${relation}`),
        }))}
      />
      <Inline
        label={t('field_cadenceDays')}
        hint={t('cadenceHint')}
        inputMode="numeric"
        value={cadence === null ? '' : String(cadence)}
        check={checkDays}
        onSave={(days) => edit({ cadenceDays: days === '' ? null : Number(days) })}
      />
      <Inline
        label={t('field_riskNote')}
        hint={t('riskNoteHint')}
        value={customer.riskNote}
        onSave={(riskNote) => edit({ riskNote })}
      />
      <Inline label={t('field_owner')} value={customer.owner} onSave={(owner) => edit({ owner })} />
      <InlineList label={t('field_tags')} values={customer.tags} onSave={(tags) => edit({ tags })} />
    </section>
  );
}

/** Removing asks once; it can be undone all the same. */
function Remove({ actions, card }: CardProps) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <section class="group">
        <Button kind="danger" icon="trash" onClick={() => setAsked(true)}>
          {t('removeCustomer')}
        </Button>
      </section>
    );
  }
  return (
    <section class="group" role="alert">
      <p>{t('removeSure', { NAME: card.customer.name.slice(0, 80) })}</p>
      <div class="row-actions">
        <Button kind="danger" icon="trash" onClick={actions.remove}>
          {t('remove')}
        </Button>
        <Button onClick={() => setAsked(false)}>{t('cancel')}</Button>
      </div>
    </section>
  );
}
