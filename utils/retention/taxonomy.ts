import { REASONS, type ReasonId } from '../customer/model';
import type { ReasonEdit } from './model';

/** The details below each built-in reason (DOMAIN §3); the interface translates `detail_<reason>_<detail>`. */
export const DETAILS = {
  contraction: ['direction', 'scope', 'sold'],
  expansion: ['competing'],
  closure: ['accident', 'bankruptcy'],
  'life-change': ['job', 'moved', 'lifestyle', 'family'],
  competitor: ['price', 'product', 'service', 'promotion', 'bribery'],
  'offer-misfit': ['behind', 'quality', 'delivery', 'service'],
  complaint: ['channel', 'after-sales', 'quality'],
  'little-contact': ['rare', 'wrong-person'],
} as const satisfies Record<ReasonId, readonly string[]>;

/** One entry of the taxonomy as it stands. */
export interface Reason {
  /** What records name: it never changes, so that a new name is a new name of the old records too. */
  code: string;
  parent: string;
  controllable: boolean;
  /** '' : built-in and not renamed. */
  name: string;
  own: boolean;
  /** null: as built in. */
  measures: string[] | null;
  /** The row that changed it; null: as built in. */
  editId: string | null;
}

/** How many built-in measures each reason has; the interface translates `measure_<reason>_<n>`, n from 1. */
export const BUILT_IN_MEASURES = 2;

const builtIn = (code: string, parent: string, controllable: boolean): Reason => ({
  ...{ code, parent, controllable, name: '', own: false, measures: null, editId: null },
});

/** Codes: a reason's id, or `reason/detail`. */
export const BUILT_IN: readonly Reason[] = Object.entries(DETAILS).flatMap(([reason, details]) => {
  const controllable = REASONS[reason as ReasonId] === 'controllable';
  const group = builtIn(reason, '', controllable);
  return [group, ...details.map((detail) => builtIn(`${reason}/${detail}`, reason, controllable))];
});

/** The taxonomy with the user's changes; hidden entries are left out, with those below them. */
export function taxonomy(edits: readonly ReasonEdit[]): Reason[] {
  const all = allReasons(edits);
  const hidden = new Set(edits.filter((one) => one.hidden && one.deletedAt === null).map((one) => one.code));
  return all.filter(({ code, parent }) => !hidden.has(code) && !hidden.has(parent));
}

/** Every entry, hidden ones too: what old records name must still have its words. */
export function allReasons(edits: readonly ReasonEdit[]): Reason[] {
  const live = edits.filter((one) => one.deletedAt === null);
  const byCode = new Map(live.map((one) => [one.code, one]));
  const changed = BUILT_IN.map((reason): Reason => {
    const edit = byCode.get(reason.code);
    return edit ? { ...reason, name: edit.name, measures: edit.measures, editId: edit.id } : reason;
  });
  const known = new Set(BUILT_IN.map(({ code }) => code));
  const own = live
    .filter(({ code }) => !known.has(code))
    .map(
      ({ id, code, parent, controllable, name, measures }): Reason => ({
        ...{ code, parent, controllable, name, measures, own: true, editId: id },
      }),
    );
  return [...changed, ...own];
}

/** The reason of the first level that a code belongs to; undefined for one that is not there. */
export function groupOf(reasons: readonly Reason[], code: string): Reason | undefined {
  const reason = reasons.find((one) => one.code === code);
  return reason?.parent ? reasons.find((one) => one.code === reason.parent) : reason;
}

/** The built-in reason that advice and built-in measures are taken from; null for an own group. */
export function builtInOf(reasons: readonly Reason[], code: string): ReasonId | null {
  const group = groupOf(reasons, code)?.code ?? code.split('/')[0] ?? '';
  return group in DETAILS ? (group as ReasonId) : null;
}

/** The records' reasons after `from` was dropped: its records go to `to`, or lose it (null). Order and uniqueness are kept. */
export function movedReasons(
  reasons: readonly string[],
  from: readonly string[],
  to: string | null,
): string[] {
  const next = reasons.flatMap((code) => (from.includes(code) ? (to === null ? [] : [to]) : [code]));
  return [...new Set(next)];
}
