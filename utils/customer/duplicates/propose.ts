import { beyondNames } from './bands';
import { compareText, type Found, type Pair, type SearchOptions } from './found';
import type { Gathered } from './gather';
import { type Judged, judgeOf, kindOf } from './judge';
import type { Model } from './model';
import { relationOf } from './relation';
import { type Likely, withoutRivals } from './rivals';
import { throughOthers } from './through';

/** Of more rows that say the same, each is proposed with the first only, not with every other. */
const ALL_PAIRS_UP_TO = 6;

type Candidate = Likely & Pick<Judged, 'band' | 'score' | 'weights'>;

/** Judges likely pairs (`[a, b, bits]` by turns; those that fall short too) and says which to propose. */
export function* propose(
  { records, repeats }: Gathered,
  likely: readonly number[],
  model: Model,
  { notSame = () => false }: SearchOptions,
): Generator<void, Found> {
  const { judge } = judgeOf(model);
  const found: Found = { proposals: [], related: [], model };
  const candidates: Candidate[] = [];
  const short: Candidate[] = [];
  const idsOf = (number: number) => [records[number]?.id ?? '', ...(repeats.get(number) ?? [])];
  const few = (ids: string[]) => (ids.length <= ALL_PAIRS_UP_TO ? ids : ids.slice(0, 1));
  const add = (x: string, y: string, judged: Pick<Judged, 'band' | 'score' | 'weights'>) => {
    const pair = pairOf(x, y, judged);
    if (judged.band !== 'none' && !notSame(pair.id1, pair.id2))
      found.proposals.push({ ...pair, band: judged.band });
  };
  for (let at = 0; at < likely.length; at += 3) {
    const [a = 0, b = 0, evidence = 0] = [likely[at], likely[at + 1], likely[at + 2]];
    const [left, right] = [records[a], records[b]];
    if (!left || !right) continue;
    const judged = judge(left, right);
    const relation = relationOf(judged.found, judged.band, kindOf(left, right));
    if (relation === 'duplicate') candidates.push(candidateOf(a, b, judged));
    else if (relation === null) {
      if (!contradicts(judged)) short.push({ ...candidateOf(a, b, judged), band: 'review' });
    } else if (evidence >= -model.prior)
      found.related.push({ ...pairOf(left.id, right.id, judged), relation });
    yield;
  }
  const kept = withoutRivals(candidates);
  for (const pair of [...kept, ...throughOthers(kept, short)]) {
    for (const x of few(idsOf(pair.a))) for (const y of few(idsOf(pair.b))) add(x, y, pair);
  }
  for (const number of repeats.keys()) {
    const record = records[number];
    if (!record) continue;
    const judged = judge(record, record);
    const ids = idsOf(number);
    few(ids).forEach((x, i) => {
      for (const y of ids.slice(i + 1)) add(x, y, judged);
    });
    yield;
  }
  found.proposals.sort(byScore);
  found.related.sort(byScore);
  return found;
}

function candidateOf(a: number, b: number, judged: Judged): Candidate {
  const { band, score, weights, total } = judged;
  return { a, b, band, score, weights, evidence: total, namesOnly: !beyondNames(judged.found, judged) };
}

/** Whether something says that there are two, however sure a third record is. */
const contradicts = ({ found: { levels, branch } }: Judged): boolean =>
  branch || levels.code === 'different' || levels.birthday === 'different' || levels.region === 'conflict';

const byScore = (x: Pair, y: Pair): number =>
  y.score - x.score || compareText(x.id1, y.id1) || compareText(x.id2, y.id2);

function pairOf(x: string, y: string, { score, weights }: Pick<Judged, 'score' | 'weights'>): Pair {
  const [id1, id2] = x < y ? [x, y] : [y, x];
  return { id1, id2, score, reasons: weights };
}
