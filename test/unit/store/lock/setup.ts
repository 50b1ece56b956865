import { vi } from 'vitest';

/** Every store that a test opens is sealed, with a key of its own each run: what the store promises must hold under a lock as well. */
vi.mock('../../../../utils/store/lock/gate', async (original) => {
  const gate = await original<typeof import('../../../../utils/store/lock/gate')>();
  const { Sealer } = await import('../../../../utils/store/lock/sealer');
  const sealer = new Sealer(crypto.getRandomValues(new Uint8Array(32)));
  const key = () => Promise.resolve(null);
  return { ...gate, baseOf: async (name: string) => ({ ...(await gate.baseOf(name, key)), sealer }) };
});
