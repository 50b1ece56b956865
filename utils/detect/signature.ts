import { fold } from '../customer/fold';
import { IN_SIGNATURE } from '../customer/page-evidence';
import type { Reading } from './rank';
import type { Find } from './spot';
import { within } from './structure';
import type { Candidate } from './types';

/** How far below its name a signature reaches, in texts and elements of the page. */
const REACH = 60;
/** … and in lines of a plain text. */
const LINES = 8;
const LINE = 80;

/**
 * Says of numbers and addresses in the opened mail that they stand in its sender's signature: below a line that is
 * the sender's name and nothing else. Weak evidence: nothing is counted as theirs by it, it is only offered.
 */
export function markSigned(candidates: readonly Candidate[], reading: Reading): void {
  const sender = candidates.find(({ role, kind }) => role === 'counterpart' && kind === 'email');
  const name = fold(sender?.name ?? '');
  if (!sender || name.length < 2) return;
  const { finds, state } = reading.page;
  const foreign = finds.filter(
    (find) => find.kind !== 'code' && find.value !== sender.value && inBody(find, reading),
  );
  if (foreign.length === 0) return;
  const above = state.shorts.filter(({ text }) => isName(text, name)).map(({ order }) => order);
  for (const find of foreign) {
    if (!above.some((order) => order < find.order && find.order - order <= REACH) && !inLines(find, name))
      continue;
    const one = candidates.find(
      ({ kind, value, role }) => kind === find.kind && value === find.value && role === 'mention',
    );
    if (one) Object.assign(one, { name: sender.name, evidence: IN_SIGNATURE });
  }
}

const isName = (text: string, name: string): boolean => text.length <= LINE && fold(text) === name;

const inBody = ({ spot, order }: Find, { bodies, rows }: Reading): boolean =>
  spot.zone !== 'quote' && spot.zone !== 'nav' && within(order, bodies) && !within(order, rows);

/** In a text of several lines: one of those above it is the name. */
function inLines({ context, value }: Find, name: string): boolean {
  const lines = context.split('\n');
  const at = lines.findIndex((line) => line.includes(value));
  return at > 0 && lines.slice(Math.max(0, at - LINES), at).some((line) => isName(line.trim(), name));
}
