import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../tools/build.ts';

/**
 * An extension to measure against: a content script of about 100 kB of real library code (Dexie, minified, loaded
 * and then idle), in every page of one host.
 */
export async function controlExtension(match: string): Promise<{ dir: string; bytes: number }> {
  const dir = mkdtempSync(join(tmpdir(), 'margin-control-'));
  const built = await build({
    stdin: {
      contents: `import Dexie from 'dexie'; globalThis.__control = Dexie;`,
      resolveDir: ROOT,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  });
  const code = built.outputFiles[0]?.contents ?? new Uint8Array();
  writeFileSync(join(dir, 'control.js'), code);
  const manifest = {
    manifest_version: 3,
    name: 'Control',
    version: '1',
    content_scripts: [{ matches: [match], js: ['control.js'], run_at: 'document_idle' }],
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  return { dir, bytes: code.length };
}
