import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import {
  DIMENSIONS,
  type Dimension,
  SATISFACTION_LEVELS,
  type Satisfaction,
  type SatisfactionLevel,
} from '../../utils/retention/model';
import { Button, FormActions, Select, TextField } from '../controls';
import { dimensionName, satisfactionName } from './words';

export type SatisfactionAnswer = Pick<Satisfaction, 'level' | 'ratios' | 'text'>;

/** Perceived ÷ expected, as people say it. */
const RATIOS = { '': null, worse2: 0.7, worse: 0.85, as: 1, better: 1.15 } as const;
type RatioChoice = keyof typeof RATIOS;

/** How satisfied they are: a level is enough; the dimensions are there for who knows more. */
export function SatisfactionForm({
  onSave,
  onCancel,
}: {
  onSave: (answer: SatisfactionAnswer) => void;
  onCancel: () => void;
}) {
  const [level, setLevel] = useState<SatisfactionLevel>('satisfied');
  const [ratios, setRatios] = useState<Partial<Record<Dimension, RatioChoice>>>({});
  const [text, setText] = useState('');
  const save = (event: Event) => {
    event.preventDefault();
    const known = Object.entries(ratios).flatMap(([dimension, choice]) => {
      const ratio = RATIOS[choice];
      return ratio === null ? [] : [[dimension, ratio] as const];
    });
    onSave({ level, ratios: Object.fromEntries(known), text: text.trim() });
  };
  return (
    <form class="form" aria-label={t('retention_satisfaction')} onSubmit={save}>
      <fieldset class="chips">
        <legend>{t('retention_satisfaction')}</legend>
        {SATISFACTION_LEVELS.map((one) => (
          <Button key={one} pressed={one === level} onClick={() => setLevel(one)}>
            {satisfactionName(one)}
          </Button>
        ))}
      </fieldset>
      <details class="more">
        <summary>{t('retention_dimensions')}</summary>
        {DIMENSIONS.map((dimension) => (
          <Select
            key={dimension}
            label={dimensionName(dimension)}
            value={ratios[dimension] ?? ''}
            options={(Object.keys(RATIOS) as RatioChoice[]).map((value) => ({
              value,
              text: value === '' ? t('unknown') : t(`ratio_${value}`),
            }))}
            onChange={(choice) => setRatios({ ...ratios, [dimension]: choice })}
          />
        ))}
      </details>
      <TextField label={t('retention_text')} value={text} onInput={setText} />
      <FormActions onCancel={onCancel} />
    </form>
  );
}
