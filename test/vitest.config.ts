import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
/** Unit tests that put something in the place of a module or of the browser: what others loaded must not see it, nor they what others loaded. */
const replacing = readdirSync(join(root, 'test/unit'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `test/unit/${file}`)
  .filter((file) => /vi\.(mock|stubGlobal)\(/.test(readFileSync(join(root, file), 'utf8')));

export default defineConfig({
  root,
  plugins: [preact()],
  resolve: { alias: { '@': root } },
  test: {
    setupFiles: ['test/setup.ts'],
    hookTimeout: 60_000,
    maxWorkers: '100%', // by default one core is left free
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false, // the modules are loaded once a worker and not once a file: a third of the time
          testTimeout: 30_000, // properties on a busy machine
          include: ['test/unit/**/*.test.ts', 'test/sites/**/*.test.ts'],
          exclude: replacing,
        },
      },
      {
        extends: true,
        test: { name: 'replaced', environment: 'node', testTimeout: 30_000, include: replacing },
      },
      {
        // the store's promises once more, with every row sealed
        extends: true,
        test: {
          name: 'locked',
          environment: 'node',
          setupFiles: ['test/setup.ts', 'test/unit/store/lock/setup.ts'],
          testTimeout: 30_000,
          include: [
            'test/unit/store/{commit,undo,merge,search-notes,term-runs,due,entries,duplicates,risk-refresh}.test.ts',
            'test/unit/store/backup/{restore,erase}.test.ts',
            'test/unit/import/resume.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          testTimeout: 30_000, // axe reads a whole card in happy-dom: seconds on a busy machine
          include: ['test/components/**/*.test.tsx', 'test/pages/**/*.test.ts'],
        },
      },
    ],
  },
});
