/** Why a row is not taken over; the interface translates `import_reason_<id>` (`-` as `_`), `$TEXT$` is `text`. */
export const REASONS = [
  'broken-quotes',
  'too-many-cells',
  'no-customer',
  'no-name',
  'no-date',
  'bad-date',
  'future-date',
  'no-amount',
  'bad-amount',
  'too-large',
  'bad-cost',
  'bad-currency',
  'unknown-kind',
  'too-long',
  'bad-email',
  'bad-tier',
  'bad-stage',
  'bad-country',
  'bad-choice',
  'duplicate',
  'already-there',
  'unknown-customer',
  'ambiguous',
  'too-many-entries',
  'unknown-referrer',
  'circle',
] as const;
export type ReasonId = (typeof REASONS)[number];

export interface Reason {
  id: ReasonId;
  /** What is wrong, as the file has it, shortened; '' where nothing is. */
  text: string;
}

/** A row that is kept aside with its line, its cells and why. */
export interface RejectedRow {
  line: number;
  cells: string[];
  reason: Reason;
}

export const reason = (id: ReasonId, text = ''): Reason => ({
  id,
  text: text.length > 60 ? `${text.slice(0, 60)}…` : text,
});
