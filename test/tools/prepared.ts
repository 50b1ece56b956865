import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A browser profile that has Margin, its settings and the sample customers in it already: journeys begin with a copy.
 * The environment carries its folder from the set-up of a run to its workers.
 */
const FOLDER = 'MARGIN_PREPARED_PROFILE';

/** Files that tell a running browser of itself; a copy must not have them. */
const OF_A_RUNNING_BROWSER = /Singleton(Lock|Cookie|Socket)$|DevToolsActivePort$/;

/** Names the folder for the workers of this run, and returns it. */
export function nameProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'margin-prepared-'));
  process.env[FOLDER] = folder;
  return folder;
}

/** A new copy of the prepared profile, whose owner removes it; null: none was prepared. */
export function copyOfProfile(): string | null {
  const from = process.env[FOLDER];
  if (!from) return null;
  const copy = mkdtempSync(join(tmpdir(), 'margin-profile-'));
  cpSync(from, copy, { recursive: true, filter: (path) => !OF_A_RUNNING_BROWSER.test(path) });
  return copy;
}

export const removeProfile = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
