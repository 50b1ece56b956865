import { LoadingState } from '../../components/controls';
import { DueList } from '../../components/due/DueList';
import { useDue } from '../../utils/ui/due';
import { goTo } from './use-route';
import type { ViewProps } from './views';

const SHOWN = 500;

/** All that is due. */
export function DueView(props: ViewProps) {
  const due = useDue({ ...props, limit: SHOWN });
  if (!due) return <LoadingState rows={6} />;
  return <DueList {...due} roomy onOpen={({ customer }) => goTo({ view: 'customers', id: customer.id })} />;
}
