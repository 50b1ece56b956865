import { t } from '../../utils/i18n';
import type { StoredModel } from '../../utils/retention/stored-model';
import { countText } from '../format';
import { dayText, figure, modelName, percent } from './words';

/** Which model foretells the purchases, why it was chosen, and how well it did where the outcome was known. */
export function ModelWhy({ model, read }: { model: StoredModel | null; read: boolean }) {
  if (!model) return read ? <p class="soft">{t('model_none')}</p> : null;
  const { backtest, fit, why } = model;
  const own = backtest?.models.find(
    (one) => one.model === backtest.chosen && one.split === backtest.chosenSplit,
  );
  return (
    <div class="model-why">
      <p>
        <b>{modelName(fit.model)}</b> · {t(`model_why_${why.replaceAll('-', '_')}` as 'model_why_backtest')}
        {fit.older && ` ${t('model_apart')}`}
      </p>
      {backtest && own && (
        <p class="soft">
          {t('model_backtest', {
            DAYS: countText(backtest.days),
            EXPECTED: figure(own.expected, 0),
            ACTUAL: countText(backtest.actual),
            BIAS: signedPercent(own.bias),
            AUC: Number.isFinite(own.auc) ? figure(own.auc, 2) : '–',
            CUSTOMERS: countText(backtest.customers),
          })}
        </p>
      )}
      {fit.boundary.length > 0 && (
        <p class="tone-warn">{t('model_boundary', { PARAMS: fit.boundary.join(', ') })}</p>
      )}
      <p class="faint">
        {t('model_from', {
          DATE: dayText(model.asOf),
          CUSTOMERS: countText(model.customers),
          REPEATS: countText(model.repeats),
        })}
      </p>
    </div>
  );
}

const signedPercent = (share: number): string =>
  Number.isFinite(share) ? `${share > 0 ? '+' : ''}${percent(share, 1)}` : '–';
