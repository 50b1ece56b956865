import { t } from '../../../utils/i18n';
import type { Field } from '../../../utils/transfer/columns';
import type { FileProblemId } from '../../../utils/transfer/problem';
import type { ReasonId } from '../../../utils/transfer/reasons';

type Snake<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Snake<B>}` : T;
const snake = <T extends string>(value: T) => value.replaceAll('-', '_') as Snake<T>;

export const fieldName = (field: Field): string => t(`import_field_${field}`);
export const problemName = (problem: FileProblemId | 'busy' | 'failed'): string =>
  t(`import_problem_${snake(problem)}`);
/** Why a row was refused, with what is wrong in it. */
export function reasonText({ id, text }: { id: string; text: string }): string {
  const words = t(`import_reason_${snake(id as ReasonId)}`);
  return text === '' ? words : t('import_reasonOf', { WORDS: words, TEXT: text });
}
