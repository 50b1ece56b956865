import { check } from '../../../utils/import/check';
import { IMPORT_LOCK } from '../../../utils/import/lock';
import { openFile } from '../../../utils/import/open';
import type { Ask, Tell } from '../../../utils/import/protocol';
import { beginImport, cancelImport, runImport } from '../../../utils/import/run';
import type { Store } from '../../../utils/store';
import { FileProblem } from '../../../utils/transfer/problem';
import type { Source } from '../../../utils/transfer/source';

/** Progress is told so often at most: each telling is work for the page. */
const TELL_MS = 150;
/** What an import wrote is seen in open pages so often. */
const WAKE_MS = 10_000;

/** What the worker does: looks into files, checks plans, runs one import at a time. */
export class Importer {
  readonly #store: Promise<Store>;
  readonly #tell: (message: Tell) => void;
  #opened: { file: File; source: Source } | null = null;
  #checking = new AbortController();
  #running: AbortController | null = null;

  constructor(store: Promise<Store>, tell: (message: Tell) => void) {
    this.#store = store;
    this.#tell = tell;
  }

  async take(ask: Ask): Promise<void> {
    try {
      if (ask.do === 'open') await this.#open(ask);
      else if (ask.do === 'check') await this.#check(ask.plan);
      else if (ask.do === 'start') await this.#start(ask);
      else if (ask.do === 'resume') await this.#run(async () => ask.id);
      else await this.#stop(ask.id);
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    if (error instanceof FileProblem) this.#tell({ is: 'problem', problem: error.problem });
    else if (isGone(error)) this.#tell({ is: 'problem', problem: 'gone' });
    else this.#tell({ is: 'failed', why: error instanceof Error ? error.name : 'Error' });
  }

  async #open({ file, defaults, encoding, sheet }: Extract<Ask, { do: 'open' }>): Promise<void> {
    this.#checking.abort();
    const chosen = { ...(encoding && { encoding }), ...(sheet !== undefined && { sheet }) };
    const { source, opening } = await openFile(await this.#store, file, defaults, chosen);
    this.#opened = { file, source };
    this.#tell({ is: 'opened', opening });
  }

  async #check(plan: Extract<Ask, { do: 'check' }>['plan']): Promise<void> {
    this.#checking.abort();
    this.#checking = new AbortController();
    const { signal } = this.#checking;
    if (!this.#opened) return;
    let told = 0;
    for await (const state of check(this.#opened.source, plan)) {
      if (signal.aborted) return;
      if (!state.done && performance.now() - told < TELL_MS) continue;
      told = performance.now();
      this.#tell({ is: 'checked', check: state });
      await new Promise((resolve) => setTimeout(resolve)); // a newer plan may have come in meanwhile
    }
  }

  async #start({ plan, headers }: Extract<Ask, { do: 'start' }>): Promise<void> {
    this.#checking.abort();
    if (!this.#opened) throw new FileProblem('gone');
    const { file } = this.#opened;
    await this.#run((store) => beginImport(store, file, { name: file.name, headers, plan, now: Date.now() }));
  }

  /** One import at a time, whatever page runs it: the lock goes with the worker, however it ends. */
  async #run(begin: (store: Store) => Promise<string>): Promise<void> {
    await navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
      if (!lock) return this.#tell({ is: 'busy' });
      const store = await this.#store;
      const id = await begin(store);
      const row = await store.oneImport(id);
      if (row) this.#tell({ is: 'started', row });
      this.#running = new AbortController();
      const waking = setInterval(() => store.wakeAll(), WAKE_MS);
      try {
        const end = await this.#carryOut(store, id, this.#running.signal);
        store.wakeAll(); // who is told that it is done finds it done
        this.#tell(end);
      } finally {
        this.#running = null;
        clearInterval(waking);
      }
    });
  }

  async #carryOut(store: Store, id: string, signal: AbortSignal): Promise<Tell> {
    let told = 0;
    try {
      const onProgress = (progress: Extract<Tell, { is: 'progress' }>['progress']) => {
        if (performance.now() - told < TELL_MS) return;
        told = performance.now();
        this.#tell({ is: 'progress', progress });
      };
      return { is: 'done', row: await runImport(store, id, { signal, onProgress }) };
    } catch (error) {
      if (!signal.aborted) throw error;
      await cancelImport(store, id);
      return { is: 'stopped' };
    }
  }

  async #stop(id: string): Promise<void> {
    if (this.#running) return this.#running.abort();
    await navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
      if (!lock) return this.#tell({ is: 'busy' });
      const store = await this.#store;
      await cancelImport(store, id);
      store.wakeAll();
      this.#tell({ is: 'stopped' });
    });
  }
}

/** The browser's own errors for a file that was moved, changed or locked since it was chosen. */
const isGone = (error: unknown): boolean =>
  error instanceof DOMException &&
  ['NotReadableError', 'NotFoundError', 'SecurityError'].includes(error.name);
