/**
 * Area under the ROC curve: how often a customer with the event has the higher score than one without; ties count half.
 * NaN where all have it or none has.
 */
export function auc(scores: ArrayLike<number>, events: ArrayLike<boolean>): number {
  const order = Array.from(scores, (_, i) => i).sort((i, j) => (scores[i] ?? 0) - (scores[j] ?? 0));
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    const value = scores[order[from] ?? 0];
    while (to < order.length && scores[order[to] ?? 0] === value) to++;
    for (let i = from; i < to; i++) {
      if (!events[order[i] ?? 0]) continue;
      positives++;
      rankSum += (from + 1 + to) / 2;
    }
    from = to;
  }
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return NaN;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * By how much one order of the same customers ranks the event better than another (the difference of the areas), and its standard error
 * (DeLong, DeLong & Clarke-Pearson 1988). The gain is NaN where all have the event or none has.
 */
export function aucGain(
  better: ArrayLike<number>,
  than: ArrayLike<number>,
  events: ArrayLike<boolean>,
): { gain: number; error: number } {
  const [one, other] = [placements(better, events), placements(than, events)];
  const apart = (event: boolean) => {
    const differences: number[] = [];
    one.forEach((place, i) => {
      if ((events[i] ?? false) === event) differences.push(place - (other[i] ?? 0));
    });
    return spread(differences);
  };
  const [having, lacking] = [apart(true), apart(false)];
  return { gain: having.mean, error: Math.sqrt(having.ofMean + lacking.ofMean) };
}

/** For each customer the share of those of the other kind who are on the right side of them; ties count half. */
function placements(scores: ArrayLike<number>, events: ArrayLike<boolean>): Float64Array {
  const order = Array.from(scores, (_, i) => i).sort((i, j) => (scores[i] ?? 0) - (scores[j] ?? 0));
  const positives = order.filter((i) => events[i]).length;
  const negatives = order.length - positives;
  const places = new Float64Array(order.length);
  let [havingBelow, lackingBelow] = [0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    let having = 0;
    for (; to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]; to++)
      if (events[order[to] ?? 0]) having++;
    const lacking = to - from - having;
    for (const i of order.slice(from, to))
      places[i] = events[i]
        ? (lackingBelow + lacking / 2) / negatives
        : 1 - (havingBelow + having / 2) / positives;
    havingBelow += having;
    lackingBelow += lacking;
    from = to;
  }
  return places;
}

function spread(values: readonly number[]): { mean: number; ofMean: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, ofMean: squares / Math.max(1, values.length - 1) / values.length };
}
