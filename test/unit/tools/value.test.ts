import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateOfDay } from '../../../utils/value/days';
import { simulate } from '../value/simulate';

const root = new URL('../../..', import.meta.url).pathname;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'margin-value-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const START = 20_000;
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'test/tools/value.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

describe('npm run value', { timeout: 120_000 }, () => {
  it('prints one JSON object, rejects on stderr, and goes on', () => {
    const world = { customers: 150, seed: 2, r: 0.9, alpha: 5, a: 0.8, b: 3, to: 200, until: 500 };
    const rows = simulate(world).flatMap(({ id, movements }) =>
      movements.map((m) => `${id},${dateOfDay(START + m.day)},${m.amount.toFixed(2)}`),
    );
    const ledger = file('t.csv', ['客户编号,日期,金额', 'c1,yesterday,5', ...rows, ''].join('\n'));
    const customers = file('c.csv', 'id,name\nc0,Jia\nnobody,Yi\n');
    const until = dateOfDay(START + 365);
    const { stdout, stderr, status } = run(
      ...['--transactions', ledger, '--customers', customers, '--until', until, '--horizon-days', '90'],
    );
    expect(status).toBe(0);
    expect(stderr).toContain('t.csv:2: no such date: "yesterday"');
    const out = JSON.parse(stdout);
    expect(out).toMatchObject({ unitDays: 7, until, rejectedRows: 1 });
    expect(out.customers).toHaveLength(151);
    expect(Object.keys(out.customers[0])).toEqual([
      'id',
      'x',
      'tx',
      'T',
      'pAlive',
      'pActive',
      'expected',
      'meanSpend',
      'expectedValue',
      'risk',
    ]);
    expect(out.customers.at(-1)).toMatchObject({ id: 'nobody', x: 0, expected: null, risk: null });
    expect(out.backtest.risk.aucRisk).toBeGreaterThan(0.5);
    expect(out.backtest.heldOut.aucRecency).toBeGreaterThan(0.5);
    expect(out.backtest.heldOut.aucMbgActive).toBeGreaterThan(0.5);
  });

  it('says what it needs, and ends with 2', () => {
    const ledger = file('bad.csv', 'customer,when\na,b\n');
    const noColumn = run('--transactions', ledger, '--until', '2025-01-01', '--horizon-days', '9');
    expect([noColumn.status, noColumn.stdout]).toEqual([2, '']);
    expect(noColumn.stderr).toContain('no column for date, amount');
    const noDate = run('--transactions', ledger, '--until', '2025-02-30', '--horizon-days', '9');
    expect(noDate.status).toBe(2);
    expect(noDate.stderr).toContain('--until is no date');
    expect(
      run('--transactions', join(folder, 'none.csv'), '--until', '2025-01-01', '--horizon-days', '9').status,
    ).toBe(2);
    expect(run('--unknown').status).toBe(2);
  });
});
