import { cleanup, renderHook, waitFor } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { PickerSaysSchema } from '../../entrypoints/teach/picker-schema';
import { usePicker } from '../../entrypoints/teach/use-picker';
import { fromSchema, nearSchema } from '../unit/support/from-schema';

const port = vi.hoisted(() => ({ hear: [] as Array<(raw: unknown) => void> }));
vi.mock('../../utils/browser/api', () => ({
  browser: {
    scripting: { executeScript: async () => [] },
    tabs: {
      connect: () => ({
        onMessage: { addListener: (listener: (raw: unknown) => void) => port.hear.push(listener) },
        onDisconnect: { addListener: () => undefined },
        postMessage: () => undefined,
        disconnect: () => undefined,
      }),
    },
  },
}));
vi.mock('../../utils/browser/focus', () => ({
  focusTab: async () => undefined,
  focusThisWindow: async () => undefined,
}));
afterEach(cleanup);

const MARK = 'wang@hengxin.example';

it('the port of the picker: what a page’s process says is taken only where it fits, and never thrown at', async () => {
  const onPick = vi.fn();
  const logs = (['log', 'warn', 'error'] as const).map((how) => vi.spyOn(console, how).mockReturnValue());
  const { result } = renderHook(() => usePicker(7, onPick));
  result.current.point();
  await waitFor(() => expect(port.hear).toHaveLength(1));
  const [hear] = port.hear;
  const said = fc.oneof(
    nearSchema(PickerSaysSchema, MARK),
    fromSchema(PickerSaysSchema, MARK),
    fc.jsonValue(),
  );
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(said, (raw) => {
      onPick.mockClear();
      hear?.(raw);
      const parsed = PickerSaysSchema.safeParse(raw);
      const picked = parsed.success && 'picked' in parsed.data ? parsed.data.picked : null;
      if (picked) taken++;
      else refused++;
      expect(onPick.mock.calls).toEqual(picked ? [[picked]] : []);
    }),
    { numRuns: 400 },
  );
  expect(Math.min(taken, refused)).toBeGreaterThan(0);
  expect(JSON.stringify(logs.map(({ mock }) => mock.calls))).not.toContain(MARK);
});
