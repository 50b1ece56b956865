import { useEffect, useRef } from 'preact/hooks';
import type { Customer } from '../../../utils/customer/model';
import { t } from '../../../utils/i18n';
import type { Insight } from '../../../utils/value/insight-types';
import { Button, IconButton, LoadingState, TierBadge } from '../../controls';
import { amount, causeName, shortAmount } from '../../ledger/words';

export interface BehindProps {
  /** What the point stands for. */
  name: string;
  /** null: being read. */
  rows: ReadonlyArray<{ customer: Customer; insight: Insight }> | null;
  /** There are more than are shown. */
  more: boolean;
  onMore: () => void;
  onOpen: (customerId: string) => void;
  onClose: () => void;
}

/** The customers behind a point of a report, most pressing first. */
export function Behind({ name, rows, more, onMore, onOpen, onClose }: BehindProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [name]);
  return (
    <section class="behind" aria-labelledby="behind-title">
      <header class="box-head">
        <h2 id="behind-title" class="sheet-title" ref={head} tabIndex={-1}>
          {t('report_behind', { NAME: name })}
        </h2>
        <IconButton icon="close" label={t('close')} onClick={onClose} />
      </header>
      {rows === null && <LoadingState />}
      {rows?.length === 0 && <p class="faint">{t('report_behindNone')}</p>}
      {rows && rows.length > 0 && (
        <table class="figures behind-table">
          <caption class="unseen">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{t('field_name')}</th>
              <th scope="col">{t('field_tier')}</th>
              <th scope="col">{t('worth_net')}</th>
              <th scope="col">{t('report_annual')}</th>
              <th scope="col">{t('report_next')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ customer, insight }) => (
              <tr key={customer.id}>
                <th scope="row">
                  <button type="button" class="cell-open" onClick={() => onOpen(customer.id)}>
                    <span dir="auto">{customer.name}</span>
                  </button>
                  {insight.loss && <span class="behind-loss">{lossText(insight)}</span>}
                </th>
                <td>
                  <TierBadge tier={insight.tier} />
                </td>
                <td>{amount(insight.net, insight.currency)}</td>
                <td>{amount(insight.annual, insight.currency)}</td>
                <td>{insight.outlook ? amount(insight.outlook.value, insight.currency) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more && <Button onClick={onMore}>{t('report_more')}</Button>}
    </section>
  );
}

const lossText = ({ loss, currency }: Insight): string =>
  (loss?.causes ?? [])
    .slice(0, 2)
    .map(({ kind, minor }) => `${causeName(kind)} ${shortAmount(minor, currency)}`)
    .join(t('comma'));
