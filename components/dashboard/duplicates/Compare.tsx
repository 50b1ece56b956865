import type { Contact, Customer } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import { customerFields } from '../../journal/words';
import { openFields } from './choices';

export interface CompareProps {
  /** Tells the radio groups of several proposals apart. */
  id: string;
  customers: readonly Customer[];
  contacts: readonly Contact[];
  survivor: string;
  /** By open field, the record whose value is taken. */
  taken: Readonly<Record<string, string>>;
  disabled: boolean;
  onSurvivor: (id: string) => void;
  onPick: (field: string, id: string) => void;
}

/** The records side by side, field by field: where they differ one value is chosen, all else is kept. */
export function Compare(props: CompareProps) {
  const { id, customers, contacts, survivor, disabled, onSurvivor } = props;
  const open = openFields(customers);
  const rows = customerFields(customers).filter(({ field, texts }) => tells(field, texts));
  return (
    <div class="compare-scroll">
      <table class="compare">
        <thead>
          <tr>
            <th scope="col">{t('dupes_field')}</th>
            {customers.map((customer) => (
              <th key={customer.id} scope="col">
                <span class="clamp-2" dir="auto">
                  {customer.name}
                </span>
                <label class="compare-keep">
                  <input
                    type="radio"
                    name={`${id}-keep`}
                    checked={customer.id === survivor}
                    disabled={disabled}
                    onChange={() => onSurvivor(customer.id)}
                  />
                  {t('dupes_keep')}
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, label, texts }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              {customers.map((customer, at) => (
                <td key={customer.id}>
                  {open.has(field) && texts[at] !== '' ? (
                    <Choice
                      {...props}
                      field={field}
                      label={label}
                      customer={customer}
                      text={texts[at] ?? ''}
                    />
                  ) : (
                    <span class="clamp-3" dir="auto">
                      {texts[at]}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
          {contacts.length > 0 && (
            <tr>
              <th scope="row">{t('dupes_contacts')}</th>
              {customers.map((customer) => (
                <td key={customer.id} dir="auto">
                  {contacts
                    .filter(({ customerId }) => customerId === customer.id)
                    .map(({ name }) => name)
                    .join(', ')}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** Who they are is always told; of the rest only where the records differ. */
const WHO = new Set(['name', 'aliases', 'emails', 'domains', 'phones', 'codes', 'addresses']);
const tells = (field: string, texts: readonly string[]): boolean =>
  texts.some((text) => text !== '') && (WHO.has(field) || new Set(texts).size > 1);

type ChoiceProps = CompareProps & { field: string; label: string; customer: Customer; text: string };

function Choice({ id, field, label, customer, text, taken, disabled, onPick }: ChoiceProps) {
  return (
    <label class="compare-choice">
      <input
        type="radio"
        name={`${id}-${field}`}
        aria-label={t('dupes_take', { FIELD: label, NAME: customer.name.slice(0, 60) })}
        checked={taken[field] === customer.id}
        disabled={disabled}
        onChange={() => onPick(field, customer.id)}
      />
      <span class="clamp-3" dir="auto">
        {text}
      </span>
    </label>
  );
}
