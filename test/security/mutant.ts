import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../tools/build.ts';
import { type Session, type SessionOptions, startSession } from '../tools/session.ts';

/** A copy of the built extension in which defences are switched off. The product itself has no such switch. */
export interface Mutation {
  /** Changes the manifest. */
  manifest?: (manifest: Record<string, unknown>) => void;
  /** Code that runs before a script of the extension (`background.js`, `margin.js`), by its name. */
  before?: Record<string, string>;
  /** Code that runs before the sidebar's own. */
  sidebar?: string;
  /** Code that runs before that of every page of ours. */
  pages?: string;
  /** Words of the built code, each replaced wherever it stands; one that is nowhere is an error. */
  replace?: ReadonlyArray<readonly [from: string | RegExp, to: string]>;
}

const scriptsOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(dir, name));

function replaceIn(dir: string, from: string | RegExp, to: string): void {
  let found = false;
  for (const file of scriptsOf(dir)) {
    const code = readFileSync(file, 'utf8');
    const changed = code.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to);
    if (changed !== code) writeFileSync(file, changed);
    found ||= changed !== code;
  }
  if (!found)
    throw new Error(`nothing in the built code is like ${from}: the mutation has nothing to switch off`);
}

const prepend = (file: string, code: string): void =>
  writeFileSync(file, `${code};\n${readFileSync(file, 'utf8')}`);

function preludeTo(dir: string, pages: readonly string[], name: string, code: string): void {
  writeFileSync(join(dir, name), code);
  for (const page of pages) {
    const html = readFileSync(join(dir, page), 'utf8');
    writeFileSync(join(dir, page), html.replace('<head>', `<head><script src="/${name}"></script>`));
  }
}

/** Makes the copy; who calls it removes it. */
export function mutant({ manifest, before = {}, sidebar, pages, replace = [] }: Mutation): string {
  const dir = mkdtempSync(join(tmpdir(), 'margin-mutant-'));
  cpSync(ensureBuilt('chrome'), dir, { recursive: true });
  for (const [name, code] of Object.entries(before)) prepend(join(dir, name), code);
  for (const [from, to] of replace) replaceIn(dir, from, to);
  if (sidebar) preludeTo(dir, ['sidebar.html'], 'prelude.js', sidebar);
  if (pages)
    preludeTo(
      dir,
      readdirSync(dir).filter((name) => name.endsWith('.html')),
      'before-all.js',
      pages,
    );
  if (manifest) {
    const file = join(dir, 'manifest.json');
    const values: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
    manifest(values);
    writeFileSync(file, JSON.stringify(values));
  }
  return dir;
}

/** A browser with Margin as it is built, or with a mutilated copy; opened when first asked for. */
export class Subject {
  #session: Promise<Session> | null = null;
  #dir = '';

  constructor(
    private readonly mutation: Mutation,
    private readonly options: Partial<SessionOptions> = {},
    private readonly opened: (session: Session) => Promise<void> = async () => {},
  ) {}

  session(defended: boolean): Promise<Session> {
    this.#session ??= this.#open(defended);
    return this.#session;
  }

  async #open(defended: boolean): Promise<Session> {
    if (!defended) this.#dir = mutant(this.mutation);
    const dir = this.#dir ? { extensionDir: this.#dir } : {};
    const session = await startSession({ headless: true, ...this.options, ...dir });
    await this.opened(session);
    return session;
  }

  close = async (): Promise<void> => {
    await (await this.#session?.catch(() => undefined))?.close();
    this.#session = null;
    if (this.#dir) rmSync(this.#dir, { recursive: true, force: true });
    this.#dir = '';
  };
}
