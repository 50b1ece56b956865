import { type Cadences, cadenceDaysOf } from '../../utils/contact';
import { type Warning, warn } from '../../utils/retention/early-warning';
import { dayIn, factsOf, stageFactsOf } from '../../utils/retention/facts';
import { withTier } from '../../utils/retention/shown';
import { type StageChange, stageNow } from '../../utils/retention/stages';
import type { CustomerCard } from '../../utils/store/api';

/** A card and where it is looked at from. */
export interface Looked {
  card: CustomerCard;
  settings: { cadenceDays: Cadences };
  now: number;
  /** IANA. */
  zone: string;
}

/** The risk of the customer on the card, from all that is on file at this moment. */
export function warningOf({ card, settings, now, zone }: Looked): Warning {
  const { customer, complaints, insight, retention } = card;
  const cadence = cadenceDaysOf(withTier(card), settings.cadenceDays);
  return warn(factsOf({ customer, complaints, insight, ...retention }, cadence, now, dayIn(zone, now)));
}

export interface StageShown extends StageChange {
  /** As ledger and records tell it without the pin; null where neither says anything. */
  told: StageChange | null;
}

/** The stage that counts: pinned by hand, else as ledger and records tell it; null where there is only what was once entered. */
export function stageOf({ card, now, zone }: Pick<Looked, 'card' | 'now' | 'zone'>): StageShown | null {
  const { customer, retention } = card;
  const facts = stageFactsOf({ customer, ...retention }, retention.defections, dayIn(zone, now));
  const known = retention.summary !== null || retention.defections.some(({ extent }) => extent === 'full');
  const told = known ? stageNow({ ...facts, pinned: null }) : null;
  const shown = facts.pinned ? stageNow(facts) : told;
  return shown && { ...shown, told };
}
