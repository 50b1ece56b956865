import { isBeside } from './labels';
import { common, type Find, type Outline, type Spot } from './spot';
import { between, isEmail, type Range, rangeOf, within } from './structure';

/** Places between a sender and the word "To" in one header. */
const HEAD_PLACES = 24;
/** Levels from there up to the element that holds the whole header. */
const HEAD_LEVELS = 5;

/** The head of a mail: who stands before the word "To", and what follows below it. */
export interface Head {
  sender: Find;
  below: Range[];
}

/**
 * Heads of mails, told by the word that leads the recipients, though these may be names alone. What follows a head
 * under one parent is its body, even one with fields and links of its own: a mail may imitate the host.
 */
export function heads(page: Outline, listed: readonly Range[]): Head[] {
  const found: Head[] = [];
  let past = -1;
  for (const { order, spot } of page.state.recipients) {
    if (order < past || within(order, listed)) continue;
    const sender = between(page.finds, Math.max(past, order - HEAD_PLACES), order).findLast(
      (find) => isEmail(find) && !within(find.order, listed) && !isBeside(find.label),
    );
    if (!sender || sender.spot.zone === 'nav') continue;
    const below = belowOf(common(sender.spot, spot));
    past = below.at(-1)?.end ?? order;
    found.push({ sender, below });
  }
  return found;
}

/** Running text after the head, under the nearest parent that has some. */
function belowOf(head: Spot): Range[] {
  for (
    let at = head, level = 0;
    at.parent && level < HEAD_LEVELS && at.prose === 0;
    at = at.parent, level++
  ) {
    const after = at.parent.kids.filter((kid) => kid.start > at.end && kid.editors === 0);
    const [first] = after.filter((kid) => kid.prose > 0);
    if (first) return [rangeOf(first)];
  }
  return [];
}
