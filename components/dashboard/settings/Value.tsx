import { t } from '../../../utils/i18n';
import type { StoredModel } from '../../../utils/retention/stored-model';
import type { ValueSettings } from '../../../utils/value/settings';
import { Button } from '../../controls';
import { ModelWhy } from '../../ledger/ModelWhy';
import { LineSetting } from './LineSetting';
import { Rates, type RatesProps } from './Rates';
import { type WeighedCustomer, Weights } from './Weights';

export interface ValueProps extends Omit<RatesProps, 'base'> {
  values: ValueSettings;
  onValue: (patch: Partial<ValueSettings>) => void;
  /** null: nothing is fitted. */
  model: StoredModel | null;
  /** The first customers by value, to show what a weight does. */
  weighed: readonly WeighedCustomer[];
  refitting: boolean;
  onRefit: () => void;
}

/** How value is worked out: money, margins, horizon, index, tiers, the model. */
export function Value(props: ValueProps) {
  const { values, onValue, model, weighed } = props;
  return (
    <>
      <Economy values={values} onValue={onValue} />
      <Tiers values={values} onValue={onValue} />
      <Weights
        weights={values.indexWeights}
        weighed={weighed}
        onChange={(indexWeights) => onValue({ indexWeights })}
      />
      <Rates {...props} base={values.currency} />
      <div class="settings-wide">
        <h3 class="field-label">{t('value_model')}</h3>
        <ModelWhy model={model} read />
        <p class="field-hint">{t('value_modelHint')}</p>
        <div class="sheet-actions">
          <Button icon="repeat" disabled={props.refitting} onClick={props.onRefit}>
            {t(props.refitting ? 'report_refreshing' : 'value_refit')}
          </Button>
        </div>
      </div>
    </>
  );
}

type Part = Pick<ValueProps, 'values' | 'onValue'>;

/** Reads a percentage as a share; null where it is none within the bounds. */
function readPercent(text: string, most: number): number | null {
  const plain = text.trim().replace(',', '.').replace(/\s?%$/, '');
  const value = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) / 100 : Number.NaN;
  return value >= 0 && value <= most ? value : null;
}
const shown = (share: number): string => String(+(share * 100).toFixed(4));

interface PercentProps {
  label: string;
  hint?: string;
  value: number;
  most?: number;
  refuse?: (share: number) => string | null;
  onChange: (share: number) => void;
}

function Percent({ label, hint, value, most = 1, refuse = () => null, onChange }: PercentProps) {
  return (
    <LineSetting
      label={`${label} (%)`}
      hint={hint}
      inputMode="decimal"
      value={shown(value)}
      check={(text) => {
        const share = readPercent(text, most);
        return share === null ? t('value_percentError', { MOST: most * 100 }) : refuse(share);
      }}
      onChange={(text) => {
        const share = readPercent(text, most);
        if (share !== null) onChange(share);
      }}
    />
  );
}

function Economy({ values, onValue }: Part) {
  return (
    <>
      <Percent
        label={t('value_marginRate')}
        hint={t('value_marginHint')}
        value={values.marginRate}
        onChange={(marginRate) => onValue({ marginRate })}
      />
      <Percent
        label={t('value_discount')}
        hint={t('value_discountHint')}
        most={10}
        value={values.discountPerYear}
        onChange={(discountPerYear) => onValue({ discountPerYear })}
      />
      <LineSetting
        label={t('value_horizon')}
        inputMode="numeric"
        value={String(values.horizonMonths)}
        check={(text) =>
          /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 120
            ? null
            : t('value_horizonError')
        }
        onChange={(text) => onValue({ horizonMonths: Number(text) })}
      />
      <LineSetting
        label={t('value_service', { CURRENCY: values.currency })}
        hint={t('value_serviceHint')}
        placeholder={t('value_serviceLedger')}
        inputMode="decimal"
        value={values.serviceCostPerYear?.toString() ?? ''}
        check={(text) => (/^(\d{1,9}(\.\d{1,4})?)?$/.test(text.trim()) ? null : t('amountError'))}
        onChange={(text) => onValue({ serviceCostPerYear: text === '' ? null : Number(text) })}
      />
    </>
  );
}

/** The two shares of profit at which the tiers part; the first is the smaller. */
function Tiers({ values: { tierShares }, onValue }: Part) {
  const order = (bestCore: number, core: number) => (bestCore > core ? t('value_tierOrder') : null);
  return (
    <>
      <Percent
        label={t('value_bestCore')}
        hint={t('value_tierHint')}
        value={tierShares.bestCore}
        refuse={(bestCore) => order(bestCore, tierShares.core)}
        onChange={(bestCore) => onValue({ tierShares: { ...tierShares, bestCore } })}
      />
      <Percent
        label={t('value_core')}
        value={tierShares.core}
        refuse={(core) => order(tierShares.bestCore, core)}
        onChange={(core) => onValue({ tierShares: { ...tierShares, core } })}
      />
    </>
  );
}
