import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportDesk } from '../../../entrypoints/dashboard/import/desk';
import { Importer } from '../../../entrypoints/dashboard/import/importer';
import { newId } from '../../../utils/id';
import type { Ask, Tell } from '../../../utils/import/protocol';
import { openStore } from '../../../utils/store/index';
import { DEFAULTS, fileOf } from './help';

const sales = 'customer,date,amount\nC-1,2025-01-02,3\n';
const asked: Ask[] = [];
let tell: (message: Tell) => void = () => undefined;
let held = false;

vi.mock('../../../utils/browser/lock-key', () => ({ readKey: async () => null }));
vi.stubGlobal(
  'Worker',
  class {
    postMessage(ask: Ask | null) {
      if (ask) asked.push(ask);
    }
    addEventListener(type: string, listener: (event: { data: Tell }) => void) {
      if (type === 'message') tell = (data) => listener({ data });
    }
  },
);
vi.stubGlobal('navigator', {
  locks: {
    request: (_: string, __: object, work: (lock: object | null) => Promise<void>) => work(held ? null : {}),
  },
});

const settle = () => new Promise((go) => setTimeout(go));
beforeEach(() => {
  asked.length = 0;
  held = false;
});

describe('an import that goes on by itself', () => {
  it('is shown as such', async () => {
    const desk = new ImportDesk(() => undefined);
    desk.goOn('i', 'sales.csv');
    await settle();
    expect(desk.view).toMatchObject({ step: 'running', fileName: 'sales.csv', byItself: true });
    expect(asked).toEqual([{ do: 'resume', id: 'i' }]);
  });

  it('gives way to whoever has begun with a file here', async () => {
    const desk = new ImportDesk(() => undefined);
    desk.open(fileOf(sales), DEFAULTS);
    desk.goOn('i', 'sales.csv');
    await settle();
    expect(desk.view).toMatchObject({ step: 'file', opening: true });
    expect(asked.map((ask) => ask.do)).toEqual(['open']);
  });

  it('says nothing where another tab is at it; one that was asked for says so', async () => {
    const desk = new ImportDesk(() => undefined);
    desk.goOn('i', 'sales.csv');
    await settle();
    tell({ is: 'busy' });
    expect(desk.view).toEqual({ step: 'file', problem: null, opening: false });
    desk.resume('i', 'sales.csv');
    tell({ is: 'busy' });
    expect(desk.view).toMatchObject({ problem: 'busy' });
  });
});

it('an import that is refused because another tab imports leaves nothing behind', async () => {
  const store = await openStore({ name: newId() });
  const told: Tell[] = [];
  const importer = new Importer(Promise.resolve(store), (message) => told.push(message));
  await importer.take({ do: 'open', file: fileOf(sales), defaults: DEFAULTS });
  const opened = told.find((one) => one.is === 'opened');
  if (opened?.is !== 'opened') throw new Error('not opened');
  const { plan, headers } = opened.opening;
  held = true;
  await importer.take({ do: 'start', plan, headers });
  expect(told.at(-1)).toEqual({ is: 'busy' });
  expect(await store.imports(5)).toEqual([]);

  held = false;
  await importer.take({ do: 'start', plan, headers });
  expect(told.at(-1)).toMatchObject({ is: 'done', row: { counts: { accepted: 1 } } });
  store.close();
});
