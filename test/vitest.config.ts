import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [preact()],
  resolve: { alias: { '@': new URL('..', import.meta.url).pathname } },
  test: {
    setupFiles: ['test/setup.ts'],
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
