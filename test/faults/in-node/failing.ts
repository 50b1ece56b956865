/** Makes the n-th write (from 0) fail for want of room, in each of the two ways that browsers do; counts on until `end`. */
export function failingWrite({ at, how }: { at: number; how: 'throws' | 'aborts' }) {
  let seen = 0;
  const state = { happened: false, end: () => {} };
  const ends = (['add', 'put', 'delete'] as const).map((method) => {
    const proto = IDBObjectStore.prototype as unknown as Record<string, Write>;
    const real = proto[method] as Write;
    proto[method] = function (...given) {
      if (seen++ !== at) return real.apply(this, given);
      state.happened = true;
      if (how === 'throws') throw new DOMException('full', 'QuotaExceededError');
      const request = real.apply(this, given);
      // what fake-indexeddb calls where a browser cannot commit; never in the middle of a call
      queueMicrotask(() => this.transaction._abort('QuotaExceededError'));
      return request;
    };
    return () => {
      proto[method] = real;
    };
  });
  state.end = () => {
    for (const end of ends) end();
  };
  return state;
}

interface Inner {
  transaction: { _abort(why: string): void };
}
type Write = (this: Inner, ...given: unknown[]) => unknown;
