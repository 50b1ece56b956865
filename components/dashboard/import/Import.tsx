import { t } from '../../../utils/i18n';
import { type ColumnsProps, ColumnsStep } from './ColumnsStep';
import { type FileProps, FileStep } from './FileStep';
import { Result, type ResultProps } from './Result';
import { Running } from './Running';
import type { ImportView } from './view';

export interface ImportProps
  extends Omit<FileProps, 'view'>,
    Omit<ColumnsProps, 'view'>,
    Omit<ResultProps, 'row'> {
  view: ImportView;
  onStop: (id: string) => void;
}

const STEPS = ['file', 'columns', 'result'] as const;

/** Customers and transactions from a file, in three steps: which file, what its columns are, what came of it. */
export function Import({ view, onStop, ...props }: ImportProps) {
  const at = view.step === 'running' ? 2 : STEPS.indexOf(view.step);
  return (
    <div class="import">
      <ol class="import-steps">
        {STEPS.map((step, index) => (
          <li
            key={step}
            class={index < at ? 'import-past' : ''}
            aria-current={index === at ? 'step' : undefined}
          >
            <span class="import-number" aria-hidden="true">
              {index + 1}
            </span>
            {t(`import_step_${step}`)}
          </li>
        ))}
      </ol>
      {view.step === 'file' && <FileStep view={view} {...props} />}
      {view.step === 'columns' && <ColumnsStep view={view} {...props} />}
      {view.step === 'running' && <Running view={view} onStop={onStop} />}
      {view.step === 'result' && <Result row={view.row} {...props} />}
    </div>
  );
}
