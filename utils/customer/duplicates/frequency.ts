import type { PersonMatch } from '../names/compare-person';
import { infoFrom, type NameInfo } from '../names/info';
import { type Counts, countKey } from './counts';

/** A value on more holders than this tells nothing: a switchboard, an agent, `info@` of a host, a tower of offices. */
export const GENERIC_ABOVE = 5;
/** A house may hold more: the town and the flat tell too. */
const DOOR_GENERIC = 12;
/** Companies that one domain may serve before it is a host's or an agent's. */
const TENANTS = 3;
/** Above this a domain belongs to no one firm. */
const DOMAIN_GENERIC = 30;

/** What a name mistyped still tells of itself. */
const NEAR_SHARE = 0.75;
/** A whole name on this many records may still be one person entered again. */
const USUAL_REPEATS = 2;
/** As if this many names had been seen already. */
const PRIOR_PEOPLE = 200;

/** What comparing needs to know of all records: how telling names are, and how many share a value. */
export interface Population {
  info: NameInfo;
  /** Bits by which a shared value is worth less since others have it too; infinite where it tells nothing. */
  sharing(kind: 'email' | 'domain' | 'phone' | 'code' | 'door', value: string): number;
  /** Bits of what two names of persons share: −log2 of the chance of it, held to a floor where little was seen. */
  personBits(match: PersonMatch): number;
}

/** Reads counts as what they mean for a comparison. */
export function populationOf({ people, pieces, seen }: Counts): Population {
  const count = (kind: Parameters<typeof countKey>[0], text: string) => seen.get(countKey(kind, text)) ?? 0;
  const bits = (key: number, floor: number) => {
    const others = Math.max(0, (seen.get(key) ?? 0) - 1);
    return -Math.log2((others + PRIOR_PEOPLE * floor) / (people + PRIOR_PEOPLE));
  };
  return {
    info: infoFrom(pieces, (piece) => count('piece', piece)),
    sharing: (kind, value) => {
      if (kind !== 'domain')
        return sharing(count(kind, value), kind === 'door' ? DOOR_GENERIC : GENERIC_ABOVE);
      const holders = count('domain', value);
      if (holders > DOMAIN_GENERIC || count('tenant', value) > TENANTS) return Number.POSITIVE_INFINITY;
      return sharing(Math.min(holders, TENANTS + 1));
    },
    personBits: (match) => {
      const surname = match.surname === '' ? 0 : bits(countKey('surname', match.surname), 2 ** -8);
      const given = match.given === '' ? 0 : bits(countKey('given', match.given), 2 ** -9);
      if (match.level === 'near') return (surname + given) * NEAR_SHARE;
      const same = match.whole === '' ? 0 : count('person', match.whole) - USUAL_REPEATS;
      // many hold the whole name: its parts go together more often than by chance
      return same > 0 ? Math.min(surname + given, -Math.log2(same / people)) : surname + given;
    },
  };
}

function sharing(count: number, most = GENERIC_ABOVE): number {
  if (count > most) return Number.POSITIVE_INFINITY;
  return count > 2 ? Math.log2(count - 1) : 0;
}
