import { LoadingState } from '../../components/controls';
import { readRoute } from '../../components/dashboard/routes';
import { DueList } from '../../components/due/DueList';
import { useDue } from '../../utils/ui/due';
import { viewOf } from '../../utils/ui/due-items';
import { goTo } from './use-route';
import type { ViewProps } from './views';

const SHOWN = 500;

/** All that is due. */
export function DueView(props: ViewProps) {
  const due = useDue({ ...props, limit: SHOWN });
  if (!due) return <LoadingState rows={6} />;
  return <DueList {...due} roomy onOpen={(item) => goTo(readRoute(viewOf(item)))} />;
}
