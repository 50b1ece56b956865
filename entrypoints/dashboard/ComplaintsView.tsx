import { LoadingState } from '../../components/controls';
import { ComplaintList } from '../../components/dashboard/retention/Complaints';
import { changeName } from '../../components/terms';
import { dayIn } from '../../utils/retention/facts';
import { complaintState } from '../../utils/store/retention-actions';
import { useLive } from '../../utils/ui/live';
import { zoneHere } from '../../utils/ui/page';
import { goTo } from './use-route';
import type { ViewProps } from './views';

/** All complaints, read live; a new state is a change with Undo. */
export function ComplaintsView({ store, source, changes, now }: ViewProps) {
  const { value } = useLive(store, () => store.allComplaints(), []);
  if (!value) return <LoadingState rows={6} />;
  return (
    <ComplaintList
      rows={value}
      now={now}
      today={dayIn(zoneHere(), now)}
      onOpen={(id) => goTo({ view: 'customers', id })}
      onState={(row, status) =>
        void changes.run(changeName('complaint-edited'), () =>
          complaintState(store, source, row, status, Date.now()),
        )
      }
    />
  );
}
