import { COMPLAINT_STATES, type Complaint } from '../../utils/customer/model';
import { t } from '../../utils/i18n';
import { Menu } from '../controls';
import { complaintStateName } from '../terms';
import type { SidebarActions } from './props';

interface ComplaintMenuProps {
  complaint: Complaint;
  actions: SidebarActions;
  /** Its text and what goes with it; absent: not from here. */
  onEdit?: () => void;
  onStatus: (status: Complaint['status']) => void;
}

/** What can be done with a complaint, open or settled. */
export function ComplaintMenu({ complaint, actions, onEdit, onStatus }: ComplaintMenuProps) {
  return (
    <Menu
      label={t('complaintActions', { TEXT: complaint.text.slice(0, 60) })}
      items={[
        ...COMPLAINT_STATES.filter((status) => status !== complaint.status).map((status) => ({
          id: status,
          text: complaintStateName(status),
          icon: status === 'resolved' ? ('check' as const) : undefined,
        })),
        ...(onEdit ? [{ id: 'edit' as const, text: t('complaintEdit'), icon: 'edit' as const }] : []),
        { id: 'remove' as const, text: t('remove'), icon: 'trash' as const, danger: true },
      ]}
      onChoose={(id) => {
        if (id === 'remove') actions.removeComplaint(complaint.id);
        else if (id === 'edit') onEdit?.();
        else onStatus(id);
      }}
    />
  );
}
