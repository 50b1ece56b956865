import { useState } from 'preact/hooks';
import { t } from '../../../utils/i18n';
import { INDEX_PARTS, INDEX_WEIGHTS, type IndexPart } from '../../../utils/value/value-index';
import { Button } from '../../controls';
import { figure, partName, percent } from '../../ledger/words';
import { Slider } from '../whatif/Slider';

/** A customer whose index shows what the weights do: the scores of the parts that are known. */
export interface WeighedCustomer {
  id: string;
  name: string;
  scores: Partial<Record<IndexPart, number>>;
}

export interface WeightsProps {
  weights: Readonly<Partial<Record<IndexPart, number>>>;
  weighed: readonly WeighedCustomer[];
  onChange: (weights: Record<IndexPart, number>) => void;
}

/** The weights of the value index; what they do to the first customers is seen while one is moved, before it is kept. */
export function Weights({ weights, weighed, onChange }: WeightsProps) {
  const [tried, setTried] = useState<Partial<Record<IndexPart, number>>>({});
  const kept = filled(weights);
  const now = { ...kept, ...tried };
  const sum = INDEX_PARTS.reduce((all, part) => all + now[part], 0);
  const moved = INDEX_PARTS.some((part) => now[part] !== kept[part]);
  return (
    <fieldset class="settings-wide weights">
      <legend class="field-label">{t('value_weights')}</legend>
      <p class="field-hint">{t('value_weightsHint')}</p>
      <div class="weights-sliders">
        {INDEX_PARTS.map((part) => (
          <Slider
            key={part}
            label={partName(part)}
            min={0}
            max={100}
            step={1}
            value={now[part]}
            text={`${figure(now[part], 0)} (${percent(sum > 0 ? now[part] / sum : 0)})`}
            onChange={(weight) => setTried({ ...tried, [part]: weight })}
          />
        ))}
      </div>
      {weighed.length > 0 && <Effect weighed={weighed} before={kept} after={now} />}
      {sum === 0 && <p class="field-error">{t('value_weightsNone')}</p>}
      <div class="sheet-actions">
        <Button
          kind="primary"
          disabled={!moved || sum === 0}
          onClick={() => {
            onChange(now);
            setTried({});
          }}
        >
          {t('save')}
        </Button>
        <Button disabled={!moved} onClick={() => setTried({})}>
          {t('cancel')}
        </Button>
        <Button kind="plain" onClick={() => setTried({ ...INDEX_WEIGHTS })}>
          {t('value_weightsDefault')}
        </Button>
      </div>
    </fieldset>
  );
}

const filled = (weights: WeightsProps['weights']): Record<IndexPart, number> => ({
  ...INDEX_WEIGHTS,
  ...weights,
});

interface EffectProps {
  weighed: readonly WeighedCustomer[];
  before: Record<IndexPart, number>;
  after: Record<IndexPart, number>;
}

function Effect({ weighed, before, after }: EffectProps) {
  return (
    <table class="figures weights-effect">
      <caption>{t('value_effect')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field_name')}</th>
          <th scope="col">{t('value_before')}</th>
          <th scope="col">{t('value_after')}</th>
        </tr>
      </thead>
      <tbody>
        {weighed.map(({ id, name, scores }) => (
          <tr key={id}>
            <th scope="row">
              <span dir="auto">{name}</span>
            </th>
            <td>{indexText(scores, before)}</td>
            <td>{indexText(scores, after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The weighted mean of the known parts, as utils/value/value-index has it. */
function indexText(scores: WeighedCustomer['scores'], weights: Record<IndexPart, number>): string {
  const known = INDEX_PARTS.filter((part) => scores[part] !== undefined && weights[part] > 0);
  const total = known.reduce((sum, part) => sum + weights[part], 0);
  if (total === 0) return '–';
  return figure(known.reduce((sum, part) => sum + (scores[part] ?? 0) * weights[part], 0) / total, 1);
}
