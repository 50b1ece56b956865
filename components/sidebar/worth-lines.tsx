import type { ComponentChildren } from 'preact';
import { t } from '../../utils/i18n';
import type { Insight } from '../../utils/value/insight-types';
import { Icon, type IconName, Popover } from '../controls';
import { countText } from '../format';
import { later } from '../later';
import { causeName, percent, shortAmount } from '../ledger/words';
import { YearSpark, YearTable, yearsText } from '../ledger/Years';
import { WhyPanel } from './panel';
import type { CardProps } from './props';

const explain = () => import('../ledger/explain');
const WhyLosing = later(() => explain().then((all) => all.WhyLosing));
const WhyLoss = later(() => explain().then((all) => all.WhyLoss));

/** Below the figures: the years at a glance, what losing them costs, what makes a loss, what to offer next. */
export function Lines(props: CardProps) {
  const { insight } = props.card;
  if (!insight) return null;
  const { loss, losing, offers, years, currency } = insight;
  const [offer] = offers;
  return (
    <>
      {(years.length > 0 || losing.total > 0) && (
        <div class="worth-line">
          {years.length > 0 && <Years insight={insight} />}
          {losing.total > 0 && (
            <Line
              label={t('why_losing')}
              onOpen={props.actions.wantWorth}
              panel={<WhyLosing insight={insight} details={props.worth} />}
            >
              <span class="figure-label">{t('worth_losing')}</span>
              <span class="worth-strong">{shortAmount(losing.total, currency)}</span>
            </Line>
          )}
        </div>
      )}
      {loss && (
        <Line
          look="bad"
          icon="alert"
          label={t('worth_lossTitle')}
          onOpen={props.actions.wantWorth}
          panel={<WhyLoss insight={insight} />}
        >
          {lossText(insight)}
        </Line>
      )}
      {offer && (
        <Line icon="tag" label={t('worth_offerTitle')} panel={<Offers insight={insight} />}>
          {t('worth_offer', { PRODUCT: offer.product.slice(0, 60) })}{' '}
          <span class="faint">
            {t('worth_offerWhy', {
              BOTH: countText(offer.both),
              WITH: countText(offer.with),
              BECAUSE: offer.because.slice(0, 60),
            })}
          </span>
        </Line>
      )}
    </>
  );
}

/** "Costs more than they bring: service $320, refunds $80". */
function lossText({ loss, currency }: Insight): string {
  const causes = (loss?.causes ?? []).slice(0, 2);
  const words = causes.map(({ kind, minor }) => `${causeName(kind)} ${shortAmount(minor, currency)}`);
  return words.length > 0 ? t('worth_loss', { CAUSES: words.join(t('comma')) }) : t('worth_lossTitle');
}

function Years({ insight: { years, currency } }: { insight: Insight }) {
  return (
    <Popover
      label={t('worth_byYear')}
      trigger={({ open, toggle }) => (
        <button
          type="button"
          class="figure worth-years"
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-label={`${t('worth_byYear')}: ${yearsText(years, currency)}`}
          onClick={toggle}
        >
          <YearSpark years={years} />
          <span class="figure-label">
            {years.length > 1 ? `${years[0]?.year}–${years.at(-1)?.year}` : years[0]?.year}
          </span>
        </button>
      )}
    >
      {() => (
        <WhyPanel title={t('worth_byYear')}>
          <Legend />
          <YearTable years={years} currency={currency} />
          <p class="faint">{t('referrals_beside')}</p>
        </WhyPanel>
      )}
    </Popover>
  );
}

const Legend = () => (
  <p class="legend" aria-hidden="true">
    <span class="legend-one tone-1">{t('worth_own')}</span>
    <span class="legend-one tone-2">{t('worth_referred')}</span>
  </p>
);

/** Every offer with its evidence, in full. */
function Offers({ insight: { offers } }: { insight: Insight }) {
  return (
    <ul class="offers">
      {offers.map((offer) => (
        <li key={offer.product}>
          <b dir="auto">{offer.product}</b>
          <p class="soft">
            {t('worth_offerSentence', {
              BOTH: countText(offer.both),
              WITH: countText(offer.with),
              BECAUSE: offer.because,
              PRODUCT: offer.product,
            })}
          </p>
          <p class="faint">
            {t('worth_offerFigures', {
              SUPPORT: percent(offer.support, 1),
              CONFIDENCE: percent(offer.confidence),
              LIFT: offer.lift.toFixed(2),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  label: string;
  icon?: IconName;
  look?: 'bad';
  onOpen?: () => void;
  panel: ComponentChildren;
  children: ComponentChildren;
}

/** A line that explains itself when it is clicked. */
function Line({ label, icon, look, onOpen, panel, children }: LineProps) {
  return (
    <Popover
      label={label}
      trigger={({ open, toggle }) => (
        <button
          type="button"
          class={look ? `worth-say worth-${look}` : 'worth-say'}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => {
            onOpen?.();
            toggle();
          }}
        >
          {icon && <Icon name={icon} />}
          <span class="clamp-2" dir="auto">
            {children}
          </span>
        </button>
      )}
    >
      {() => <WhyPanel title={label}>{panel}</WhyPanel>}
    </Popover>
  );
}
