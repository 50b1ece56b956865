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
