import { datesOf } from '../retention/complaints';
import type { Store } from './api';
import { oneChange, type Source } from './one-change';
import type { Rows } from './types';

/** A complaint's new state, with the dates that it brings along. */
export function complaintState(
  store: Store,
  source: Source,
  complaint: Pick<Rows['complaints'], 'id' | 'firstAnswerAt' | 'resolvedAt'>,
  status: Rows['complaints']['status'],
  now: number,
  more: { resolution?: string } = {},
): Promise<string> {
  const patch = { status, ...datesOf(complaint, status, now), ...more };
  return oneChange(store, 'complaint-edited', source, [
    { op: 'edit', table: 'complaints', id: complaint.id, patch },
  ]);
}
