import { t } from '../../utils/i18n';
import type { Insight } from '../../utils/value/insight-types';
import { ENTRY_KINDS } from '../../utils/value/ledger';
import { CURRENT_PARTS, INDEX_PARTS } from '../../utils/value/value-index';
import { countText } from '../format';
import { ModelWhy } from './ModelWhy';
import type { WorthDetails } from './props';
import { Sum } from './Sum';
import { amount, causeName, dayText, figure, kindName, partName, percent } from './words';

/** What stands behind each figure: the facts of this customer, the formula with them in it, and what is missing. */
interface WhyProps {
  insight: Insight;
  /** null: not read yet. */
  details: WorthDetails | null;
}

/** Net value: the margin of the sales less every cost. */
export function WhyNet({ insight, details }: WhyProps) {
  const { currency, byKind, net, uncounted } = insight;
  const rate = details?.settings.marginRate;
  return (
    <>
      <p class="formula">{t('why_netFormula')}</p>
      <Sum
        lines={[
          ...ENTRY_KINDS.filter((kind) => byKind[kind] !== undefined && byKind[kind] !== 0).map((kind) => ({
            id: kind,
            label: kind === 'sale' ? t('why_saleMargin') : kindName(kind),
            value: amount(byKind[kind] ?? 0, currency),
          })),
          { id: 'net', label: t('why_net'), value: amount(net, currency), look: 'total' },
        ]}
      />
      {rate !== undefined && <p class="soft">{t('why_marginRate', { RATE: percent(rate, 1) })}</p>}
      {uncounted > 0 && <p class="tone-warn">{t('why_uncounted', { COUNT: countText(uncounted) })}</p>}
      <p class="faint">{t('why_asOf', { DATE: dayText(insight.asOf) })}</p>
    </>
  );
}

/** Expected value: purchases to come × what one is worth × margin − service. */
export function WhyNext({ insight, details }: WhyProps) {
  const { currency, outlook } = insight;
  if (!outlook) return <p class="soft">{t('why_noOutlook')}</p>;
  const sales = outlook.discounted * outlook.meanSpend;
  const margin = sales * outlook.margin;
  return (
    <>
      <p class="formula">{t('why_nextFormula')}</p>
      <Sum
        lines={[
          { id: 'expected', label: t('why_expected'), value: figure(outlook.expected, 2) },
          {
            id: 'discounted',
            label: t('why_discounted', { RATE: percent(details?.settings.discountPerYear ?? 0, 1) }),
            value: figure(outlook.discounted, 2),
          },
          { id: 'spend', label: t('why_meanSpend'), value: `× ${amount(outlook.meanSpend, currency)}` },
          { id: 'margin', label: t('why_margin'), value: `× ${percent(outlook.margin, 1)}` },
          { id: 'service', label: t('why_service'), value: amount(outlook.value - margin, currency) },
          { id: 'value', label: t('why_next'), value: amount(outlook.value, currency), look: 'total' },
        ]}
      />
      <p class="soft">
        {t('why_history', {
          COUNT: countText(outlook.x + 1),
          WEEKS: figure(outlook.T, 0),
          SILENT: figure(outlook.T - outlook.tx, 0),
          ALIVE: percent(outlook.pAlive),
          ACTIVE: percent(outlook.pActive),
        })}
      </p>
      <ModelWhy model={details?.model ?? null} read={details !== null} />
    </>
  );
}

/** Referral value: what everybody they referred has brought. */
export function WhyReferred({ insight, details }: WhyProps) {
  const { currency, referred, referrals, referredNext } = insight;
  const first = details?.referrals.filter(({ depth }) => depth === 1) ?? [];
  const further = (details?.referrals.length ?? 0) - first.length;
  const deeper =
    details?.referrals.filter(({ depth }) => depth > 1).reduce((sum, { net }) => sum + net, 0) ?? 0;
  return (
    <>
      <p class="formula">{t('why_referredFormula')}</p>
      <Sum
        lines={[
          ...first.slice(0, 6).map(({ customer, net }) => ({
            id: customer.id,
            label: (
              <span class="clamp-1" dir="auto">
                {customer.name}
              </span>
            ),
            value: amount(net, currency),
          })),
          ...(first.length > 6
            ? [
                {
                  id: 'more',
                  label: t('andMore', { COUNT: first.length - 6 }),
                  value: amount(
                    first.slice(6).reduce((sum, { net }) => sum + net, 0),
                    currency,
                  ),
                },
              ]
            : []),
          ...(further > 0
            ? [
                {
                  id: 'deeper',
                  label: t('why_referredFurther', { COUNT: further }),
                  value: amount(deeper, currency),
                },
              ]
            : []),
          {
            id: 'sum',
            label: t('why_referred', { COUNT: countText(referrals) }),
            value: amount(referred, currency),
            look: 'total' as const,
          },
        ]}
      />
      <p class="soft">{t('why_referredNext', { AMOUNT: amount(referredNext, currency) })}</p>
      <p class="faint">{t('referrals_beside')}</p>
    </>
  );
}

/** What losing this customer costs: what they and their referrals would have brought, and winning another. */
export function WhyLosing({ insight, details }: WhyProps) {
  const { currency, losing } = insight;
  return (
    <>
      <p class="formula">{t('why_losingFormula')}</p>
      <Sum
        lines={[
          { id: 'expected', label: t('why_losingExpected'), value: amount(losing.expected, currency) },
          { id: 'referral', label: t('why_losingReferral'), value: amount(losing.referral, currency) },
          { id: 'replacement', label: t('why_losingReplace'), value: amount(losing.replacement, currency) },
          { id: 'total', label: t('why_losing'), value: amount(losing.total, currency), look: 'total' },
        ]}
      />
      {details && (
        <p class="soft">{t('why_losingHorizon', { MONTHS: countText(details.settings.horizonMonths) })}</p>
      )}
    </>
  );
}

/** What makes the loss of a customer who costs more than they bring. */
export function WhyLoss({ insight }: { insight: Insight }) {
  const { loss, currency, byKind } = insight;
  if (!loss) return null;
  return (
    <Sum
      lines={[
        ...((byKind.sale ?? 0) > 0
          ? [{ id: 'sale', label: t('why_saleMargin'), value: amount(byKind.sale ?? 0, currency) }]
          : []),
        ...loss.causes.map(({ kind, minor }) => ({
          id: kind,
          label: causeName(kind),
          value: amount(-minor, currency),
        })),
        { id: 'net', label: t('why_net'), value: amount(loss.net, currency), look: 'total' },
      ]}
    />
  );
}

/** The value index: each part with its score and weight, and what is not known. */
export function WhyIndex({ insight }: { insight: Insight }) {
  const { parts, missing, index } = insight;
  const known = new Map(parts.map((part) => [part.part, part]));
  const order = [...INDEX_PARTS].sort(
    (a, b) => Number(CURRENT_PARTS.includes(b)) - Number(CURRENT_PARTS.includes(a)),
  );
  return (
    <>
      <p class="formula">{t('why_indexFormula')}</p>
      <table class="figures">
        <caption class="unseen">{t('index')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('index_part')}</th>
            <th scope="col">{t('index_score')}</th>
            <th scope="col">{t('index_share')}</th>
            <th scope="col">{t('index_adds')}</th>
          </tr>
        </thead>
        <tbody>
          {order.map((part) => {
            const one = known.get(part);
            return (
              <tr key={part} class={one ? undefined : 'figures-missing'}>
                <th scope="row">{partName(part)}</th>
                <td>{one ? figure(one.score, 0) : '–'}</td>
                <td>{one ? percent(one.share) : '–'}</td>
                <td>{one ? figure(one.score * one.share, 1) : t('index_missing')}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('index')}</th>
            <td />
            <td />
            <td>{index === null ? '–' : figure(index, 1)}</td>
          </tr>
        </tfoot>
      </table>
      {missing.length > 0 && (
        <p class="soft">{t('why_indexMissing', { PARTS: missing.map(partName).join(t('comma')) })}</p>
      )}
    </>
  );
}
