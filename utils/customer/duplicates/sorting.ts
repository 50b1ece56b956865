const RUN = 512;

/** The numbers below `size` in the order of `compare`. Yields now and then, so that it can be done in slices. */
export function* sortedNumbers(
  size: number,
  compare: (a: number, b: number) => number,
): Generator<void, Uint32Array> {
  let from: Uint32Array = Uint32Array.from({ length: size }, (_, index) => index);
  for (let start = 0; start < size; start += RUN) {
    from.subarray(start, start + RUN).sort(compare);
    yield;
  }
  let to: Uint32Array = new Uint32Array(size);
  for (let run = RUN; run < size; run *= 2) {
    for (let start = 0; start < size; start += run * 2) {
      let [left, right] = [start, Math.min(start + run, size)];
      const [middle, end] = [right, Math.min(start + run * 2, size)];
      for (let at = start; at < end; at += 1) {
        const x = from[left] ?? 0;
        const takeLeft = left < middle && (right >= end || compare(x, from[right] ?? 0) <= 0);
        to[at] = takeLeft ? x : (from[right] ?? 0);
        if (takeLeft) left += 1;
        else right += 1;
        if (at % RUN === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
