import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from '@playwright/test';
import type { Case } from '../../pages/case';
import { serialise } from './serialise';

const PAGES = fileURLToPath(new URL('../../pages', import.meta.url));

/** What changes from run to run, and what to write in its place. */
export type Replacement = [RegExp, string];

/** Writes pages of one host, anonymised, and keeps its cases.json in step. */
export class PageWriter {
  private readonly dir: string;
  private readonly saved: Array<{ file: string; url: string }> = [];

  constructor(
    host: string,
    /** `http://127.0.0.1:19080` and the address that the saved page claims instead. */
    private readonly origin: { real: string; saved: string },
    private readonly replacements: Replacement[],
  ) {
    this.dir = join(PAGES, host);
    mkdirSync(this.dir, { recursive: true });
  }

  private clean(text: string): string {
    let out = text.replaceAll(this.origin.real, this.origin.saved);
    for (const [pattern, value] of this.replacements) out = out.replace(pattern, value);
    return out;
  }

  /** Saves the page or frame as `<name>.html`. */
  async save(name: string, from: Page | Frame): Promise<void> {
    const html = this.clean(await from.evaluate(serialise));
    const file = `${name}.html`;
    writeFileSync(join(this.dir, file), html);
    this.saved.push({ file, url: this.clean(from.url()) });
  }

  /** Writes cases.json; returns the files for which nobody has written yet what to expect. */
  finish(own: string[]): string[] {
    const path = join(this.dir, 'cases.json');
    const known = new Map(readCases(path).map((each) => [each.file, each]));
    const cases: Case[] = this.saved.map(({ file, url }) => {
      const before = known.get(file);
      return { file, url, own: before?.own ?? own, expect: before?.expect ?? null };
    });
    writeFileSync(path, `${JSON.stringify(cases, null, 2)}\n`);
    return cases.filter((each) => each.expect === null).map((each) => each.file);
  }
}

function readCases(path: string): Case[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Case[];
  } catch {
    return [];
  }
}
