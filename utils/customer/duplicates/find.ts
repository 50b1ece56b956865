import { type Band, beyondNames } from './bands';
import { candidatePairs } from './blocking';
import { type Judged, judgeOf } from './engine';
import { type Prepared, preparer } from './prepare';
import type { DuplicateRecord } from './record';
import { type Likely, withoutRivals } from './rivals';
import type { Weight } from './score';

/** Two records that may be one customer, and why. `id1` sorts before `id2`. */
export interface Proposal {
  id1: string;
  id2: string;
  /** Probability 0..1, {@link REVIEW_FROM} and up. */
  score: number;
  band: Exclude<Band, 'none'>;
  /** What each field adds, in bits (log2 of odds): a waterfall from the prior to the score. */
  reasons: Weight[];
}

/** Of more rows that say the same, each is proposed with the first only, not with every other. */
const ALL_PAIRS_UP_TO = 6;

/**
 * Finds duplicates among all records: highest score first, ties by id. The result does not depend on the order of the
 * records nor on the run. Rows that say the same count as one when it is asked how many share a value.
 */
export function findDuplicates(input: readonly DuplicateRecord[]): Proposal[] {
  const prepare = preparer();
  const groups = sameRows(input.map(prepare));
  const records = groups.map(([first]) => first);
  const pairs = candidatePairs(records);
  const { judge, evidence } = judgeOf(records, pairs);
  const likely: (Likely & { judged: Judged })[] = [];
  pairs.forEach((pair, at) => {
    if ((evidence[at] ?? 0) + judge.prior < 0) return;
    const [a, b] = [Math.floor(pair / records.length), pair % records.length];
    const [left, right] = [records[a], records[b]];
    if (!left || !right) return;
    const judged = judge.judge(left, right);
    if (judged.band !== 'none') {
      likely.push({ a, b, evidence: judged.total, namesOnly: !beyondNames(judged.found, judged), judged });
    }
  });
  const proposals: Proposal[] = [];
  for (const { a, b, judged } of withoutRivals(likely)) {
    for (const x of few(groups[a])) for (const y of few(groups[b])) proposals.push(proposal(x, y, judged));
  }
  for (const group of groups) repeats(group, judge.judge, proposals);
  return proposals.sort(
    (x, y) => y.score - x.score || compareText(x.id1, y.id1) || compareText(x.id2, y.id2),
  );
}

type Group = [Prepared, ...Prepared[]];

/** Rows by what they say, in order of content; rows in a group in order of id. */
function sameRows(records: Prepared[]): Group[] {
  const groups = new Map<string, Group>();
  for (const record of records.sort((x, y) => compareText(x.id, y.id))) {
    const group = groups.get(record.content);
    if (group) group.push(record);
    else groups.set(record.content, [record]);
  }
  return [...groups.values()].sort(([x], [y]) => compareText(x.content, y.content));
}

const few = (group: Group | undefined): readonly Prepared[] =>
  !group ? [] : group.length <= ALL_PAIRS_UP_TO ? group : [group[0]];

function repeats(group: Group, judge: (a: Prepared, b: Prepared) => Judged, proposals: Proposal[]): void {
  if (group.length < 2) return;
  const judged = judge(group[0], group[0]);
  if (judged.band === 'none') return;
  const firsts = group.length <= ALL_PAIRS_UP_TO ? group.length : 1;
  for (let i = 0; i < firsts; i += 1) {
    for (let j = i + 1; j < group.length; j += 1) {
      const [a, b] = [group[i], group[j]];
      if (a && b) proposals.push(proposal(a, b, judged));
    }
  }
}

function proposal(a: Prepared, b: Prepared, judged: Judged): Proposal {
  const [id1, id2] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
  return {
    id1,
    id2,
    score: judged.score,
    band: judged.band === 'auto' ? 'auto' : 'review',
    reasons: judged.weights,
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
