import type { ImportView } from '../../../components/dashboard/import/view';
import { readKey } from '../../../utils/browser/lock-key';
import { columnsFor } from '../../../utils/import/open';
import type { Plan, PlanDefaults } from '../../../utils/import/plan';
import type { Ask, Opening, Tell } from '../../../utils/import/protocol';
import type { Encoding } from '../../../utils/transfer/decode';

const START: ImportView = { step: 'file', problem: null, opening: false };

const begun = (fileName: string): Extract<ImportView, { step: 'running' }> => ({
  ...{ step: 'running', fileName, row: null, progress: null },
  ...{ stopping: false, byItself: false },
});
const isByItself = (view: ImportView): boolean => view.step === 'running' && view.byItself;

/** The page's side of the importer: one for the whole page, so that an import goes on while one looks at other views. */
export class ImportDesk {
  view: ImportView = START;
  readonly #watchers = new Set<() => void>();
  #worker: Worker | null = null;
  #key: Promise<void> = Promise.resolve();
  #file: File | null = null;
  #defaults: PlanDefaults | null = null;
  /** The user set these by hand: the file's own evidence no longer changes them. */
  #fixed = new Set<keyof Plan>();

  /** `onDone`: customers and ledgers are others now. */
  constructor(readonly onDone: () => void) {}

  watch(onChange: () => void): () => void {
    this.#watchers.add(onChange);
    return () => this.#watchers.delete(onChange);
  }

  open(file: File, defaults: PlanDefaults): void {
    this.#file = file;
    this.#defaults = defaults;
    this.#fixed.clear();
    this.#show({ step: 'file', problem: null, opening: true });
    this.#ask({ do: 'open', file, defaults });
  }

  /** Reads the same file in another way. */
  reopen(how: { encoding?: Encoding; sheet?: string }): void {
    if (this.#file && this.#defaults)
      this.#ask({ do: 'open', file: this.#file, defaults: this.#defaults, ...how });
  }

  change(patch: Partial<Plan>): void {
    if (this.view.step !== 'columns') return;
    for (const key of Object.keys(patch)) this.#fixed.add(key as keyof Plan);
    const { opening, plan } = this.view;
    const kind = patch.kind ?? plan.kind;
    const columns = kind === plan.kind ? plan.columns : columnsFor(opening.headers, kind);
    this.#plan(opening, { ...plan, columns, ...patch });
  }

  start(): void {
    if (this.view.step !== 'columns') return;
    const { opening, plan } = this.view;
    this.#show(begun(opening.fileName));
    this.#ask({ do: 'start', plan, headers: opening.headers });
  }

  resume(id: string, fileName: string): void {
    this.#show(begun(fileName));
    this.#ask({ do: 'resume', id });
  }

  /** The same without having been asked: whoever has begun with a file here goes before. */
  goOn(id: string, fileName: string): void {
    const { view } = this;
    if (view.step !== 'file' || view.opening || view.problem !== null) return;
    this.#show({ ...begun(fileName), byItself: true });
    this.#ask({ do: 'resume', id });
  }

  stop(id: string): void {
    if (this.view.step === 'running') this.#show({ ...this.view, stopping: true });
    this.#ask({ do: 'stop', id });
  }

  again(): void {
    this.#file = null;
    this.#show(START);
  }

  #ended(view: ImportView): void {
    this.#file = null;
    this.#show(view);
    this.onDone();
  }

  #plan(opening: Opening, plan: Plan): void {
    this.#show({ step: 'columns', opening, plan, check: null });
    this.#ask({ do: 'check', plan });
  }

  #ask(ask: Ask): void {
    this.#worker ??= this.#made();
    const worker = this.#worker;
    // in the order of the asking, behind the key
    void this.#key.then(() => worker.postMessage(ask));
  }

  #made(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Tell>) => this.#told(data));
    worker.addEventListener('error', () => {
      this.#worker = null;
      this.#told({ is: 'failed', why: 'Error' });
    });
    this.#key = readKey().then((key) => worker.postMessage(key));
    return worker;
  }

  #told(message: Tell): void {
    const { view } = this;
    if (message.is === 'opened') this.#plan(message.opening, this.#kept(message.opening.plan));
    else if (message.is === 'checked') this.#checked(message.check);
    else if (message.is === 'started' && view.step === 'running') this.#show({ ...view, row: message.row });
    else if (message.is === 'progress' && view.step === 'running')
      this.#show({ ...view, progress: message.progress });
    else if (message.is === 'done') this.#ended({ step: 'result', row: message.row });
    else if (message.is === 'stopped') this.#ended(START);
    else if (message.is === 'problem') this.#show({ step: 'file', problem: message.problem, opening: false });
    else if (message.is === 'busy')
      this.#show(isByItself(view) ? START : { step: 'file', problem: 'busy', opening: false });
    else if (message.is === 'failed')
      this.#show({ step: 'file', problem: 'failed', opening: false, why: message.why });
  }

  /** What was chosen by hand stays when the same file is read in another encoding. */
  #kept(plan: Plan): Plan {
    if (this.view.step !== 'columns' || !this.#fixed.has('currency')) return plan;
    return { ...plan, currency: this.view.plan.currency };
  }

  /** The whole file may say more of its dates and decimals than its first rows did. */
  #checked(check: Extract<Tell, { is: 'checked' }>['check']): void {
    if (this.view.step !== 'columns') return;
    const { opening, plan } = this.view;
    const order = check.order && !this.#fixed.has('order') ? check.order : plan.order;
    const decimals = this.#fixed.has('decimals') ? plan.decimals : check.decimals;
    if (check.done && (order !== plan.order || decimals !== plan.decimals))
      this.#plan(opening, { ...plan, order, decimals });
    else this.#show({ ...this.view, check });
  }

  #show(view: ImportView): void {
    this.view = view;
    for (const watcher of this.#watchers) watcher();
  }
}
