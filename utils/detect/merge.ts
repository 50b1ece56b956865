import { byRole } from './order';
import { type Candidate, MAX_CANDIDATES, type Sighting } from './types';

/** What all frames of a tab saw, as one. */
export interface MergedSighting {
  url: string;
  title: string;
  site: string | null;
  list: boolean;
  ownSeen: string[];
  candidates: Candidate[];
}

/**
 * Merges the sightings of a tab's frames (top frame first): one candidate a value, its best role kept, one
 * counterpart at most. An opened item in any frame wins over the list in another (a webmail's preview pane).
 * The address and title are the top frame's: those are what the person sees.
 */
export function mergeSightings(sightings: readonly Sighting[]): MergedSighting {
  const own = new Set(sightings.flatMap((sighting) => sighting.ownSeen));
  const best = new Map<string, Candidate>();
  for (const candidate of sightings.flatMap((sighting) => sighting.candidates)) {
    const key = `${candidate.kind}:${candidate.value}`;
    const seen = best.get(key);
    const role = own.has(candidate.value) ? 'own' : candidate.role;
    if (!seen || byRole({ ...candidate, role }, seen) < 0) best.set(key, { ...candidate, role });
  }
  const candidates = oneCounterpart([...best.values()].sort(byRole)).slice(0, MAX_CANDIDATES);
  const opened = sightings.some(
    (one) => !one.list && one.candidates.some(({ role }) => role === 'counterpart' || role === 'participant'),
  );
  const top = sightings[0];
  return {
    url: top?.url ?? '',
    title: top?.title ?? '',
    site: sightings.find(({ site }) => site)?.site ?? null,
    list: !opened && sightings.some(({ list }) => list),
    ownSeen: [...own],
    candidates,
  };
}

/** Two frames may each name a counterpart: the surer one stays, the others become participants. */
function oneCounterpart(sorted: Candidate[]): Candidate[] {
  const [first, ...rest] = sorted;
  if (!first) return [];
  return [first, ...rest.map((c) => (c.role === 'counterpart' ? { ...c, role: 'participant' as const } : c))];
}
