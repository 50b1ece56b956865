import { localeTag, t } from '../../../utils/i18n';
import { formatMoney } from '../../../utils/money';
import { sharesKnown } from '../../../utils/retention/early-warning';
import { worstDimension } from '../../../utils/retention/evidence';
import { SATISFACTION_LEVELS, type Satisfaction, type Wallet } from '../../../utils/retention/model';
import { Badge, RemoveButton } from '../../controls';
import { dateText } from '../../format';
import { dimensionName, percentText, satisfactionName } from '../../retention/words';
import type { StayingProps } from './staying-props';

/** Each observation of the share of wallet, newest first: our share, of what, who told it. */
export function Shares({ card, actions, readOnly }: StayingProps) {
  const { wallets, summary } = card.retention;
  if (wallets.length === 0) return <p class="faint">{t('retention_nothing')}</p>;
  return (
    <ul class="lines">
      {wallets.map((wallet) => {
        const period = `${wallet.fromDate} – ${wallet.toDate}`;
        return (
          <li key={wallet.id} class="line">
            <span class="line-text">
              <b>{shareLine(wallet, summary)}</b> <span class="faint">{period}</span>
              {wallet.source && <span class="faint"> · {wallet.source}</span>}
            </span>
            {!readOnly && <RemoveButton name={period} onClick={() => actions.removeWallet(wallet.id)} />}
          </li>
        );
      })}
    </ul>
  );
}

function shareLine(wallet: Wallet, summary: StayingProps['card']['retention']['summary']): string {
  const total = formatMoney(wallet.total, localeTag(), { compact: true });
  const [share] = sharesKnown({ wallets: [wallet], summary });
  return share ? t('record_shareLine', { SHARE: percentText(share.share), TOTAL: total }) : total;
}

/** What they said, newest first, and whether it is better or worse than the time before. */
export function Answers({ card, actions, now, readOnly }: StayingProps) {
  const { satisfactions } = card.retention;
  if (satisfactions.length === 0) return <p class="faint">{t('retention_nothing')}</p>;
  return (
    <ul class="lines">
      {satisfactions.map((one, at) => {
        const worst = worstDimension(one);
        const before = satisfactions[at + 1];
        return (
          <li key={one.id} class="line">
            <span class="line-text">
              <b>{satisfactionName(one.level)}</b> <span class="faint">{dateText(one.at, now)}</span>
              {worst && worst.ratio < 1 && (
                <span class="faint">
                  {' '}
                  · {dimensionName(worst.dimension)} {percentText(worst.ratio)}
                </span>
              )}
              {one.text && <span class="faint"> · {one.text}</span>}
            </span>
            {before && <Trend now={one} before={before} />}
            {!readOnly && (
              <RemoveButton name={dateText(one.at, now)} onClick={() => actions.removeSatisfaction(one.id)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Trend({ now, before }: { now: Satisfaction; before: Satisfaction }) {
  const step = SATISFACTION_LEVELS.indexOf(now.level) - SATISFACTION_LEVELS.indexOf(before.level);
  if (step === 0) return <Badge text={t('record_trend_same')} />;
  return step > 0 ? (
    <Badge tone="bad" text={t('record_trend_worse')} />
  ) : (
    <Badge tone="good" text={t('record_trend_better')} />
  );
}
