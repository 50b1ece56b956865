import type { Checkpoint, Found, Progress, SearchOptions } from './found';
import { type Gathered, gather } from './gather';
import { FLOOR, judgeOf } from './judge';
import { loadModel, type Model, storeModel } from './model';
import { contentOf, type Prepared, preparer } from './prepare';
import { propose } from './propose';
import type { DuplicateRecord } from './record';
import { learnPrior, train } from './train';

const SLICE_MS = 8;
/** Pairs with fewer bits than this change nothing: not even how many pairs are likely in general. */
const KEEP_FROM = FLOOR - 3;

/**
 * A search for duplicates over a whole base: `add` every record, then step through {@link run}. It may be left at any
 * step (that is how it is cancelled), and gone on with later from its {@link checkpoint}. The result does not depend on
 * the order of the records nor on the slices. Rows that say the same count as one when it is asked how many share a value.
 */
export class DuplicateSearch {
  private readonly prepared: Prepared[] = [];
  private readonly contents: string[] = [];
  private readonly prepare = preparer();
  private readonly progress: Progress = { phase: 'prepare', done: 0, total: 0 };
  private reached: Reached | null = null;

  constructor(private readonly options: SearchOptions = {}) {}

  /** Takes a record in; all before {@link run}. Ids must be unique. */
  add(record: DuplicateRecord): void {
    this.prepared.push(this.prepare(record));
    this.contents.push(contentOf(record));
  }

  /** Searches, stopping at the end of each slice to say how far it is. Can be run once. */
  *run(): Generator<Progress, Found> {
    const { sliceMs = SLICE_MS, now = Date.now } = this.options;
    const work = this.work();
    let until = now() + sliceMs;
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return step.value;
      if (now() < until) continue;
      yield { ...this.progress };
      until = now() + sliceMs;
    }
  }

  /** What was compared so far, for `options.resume` of a search over the same records; null before comparing began. */
  checkpoint(): Checkpoint | null {
    if (this.reached === null) return null;
    const { model, likely, ...rest } = this.reached;
    return { ...rest, model: storeModel({ ...model, counts: NOTHING }), likely: [...likely] };
  }

  private *work(): Generator<void, Found> {
    this.at('prepare', 0, this.prepared.length);
    const gathered = yield* gather(this.prepared.splice(0), this.contents);
    const model = yield* this.learned(gathered);
    const likely = yield* this.compared(gathered, model);
    model.prior = learnPrior(likely, gathered.records.length);
    return yield* propose(gathered, likely, model, this.options);
  }

  private *learned(gathered: Gathered): Generator<void, Model> {
    this.at('learn', 0, 1);
    const { resume } = this.options;
    const known = resume?.fingerprint === gathered.fingerprint ? loadModel(resume.model) : null;
    const model = known ? { ...known, counts: gathered.counts } : yield* train(gathered);
    const [next, likely] = known && resume ? [resume.next, [...resume.likely]] : [0, []];
    this.reached = { fingerprint: gathered.fingerprint, model: { ...model }, next, likely };
    return model;
  }

  /** Compares each record with its partners; keeps the pairs that have something to say, as numbers by turns. */
  private *compared({ records, blocks, sketches }: Gathered, model: Model): Generator<void, number[]> {
    const { evidence } = judgeOf(model);
    const reached = this.reached;
    if (!reached) return [];
    while (reached.next < records.length) {
      const number = reached.next;
      const record = records[number];
      if (record)
        blocks.partners(number, (other) => {
          if (sketches.apart(number, other)) return;
          const partner = records[other];
          const bits = partner ? evidence(record, partner) : 0;
          if (bits >= KEEP_FROM) reached.likely.push(number, other, bits);
        });
      reached.next += 1;
      if (number % 16 !== 0) continue;
      this.at('compare', number, records.length);
      yield;
    }
    return reached.likely;
  }

  private at(phase: Progress['phase'], done: number, total: number): void {
    Object.assign(this.progress, { phase, done, total });
  }
}

/** A {@link Checkpoint} before it is asked for. */
interface Reached extends Omit<Checkpoint, 'model'> {
  /** As learned, with the prior from before comparing. */
  model: Model;
}

/** A checkpoint is made for records that are at hand: their counts are counted anew. */
const NOTHING: Model['counts'] = { people: 0, pieces: 0, seen: new Map() };
