import type { WorthProps } from '../ledger/props';
import type { CardProps } from './props';

/** What the parts about worth are given, from what the card is given. */
export function worthPropsOf({ card, worth, now, zone, settings, readOnly, actions }: CardProps): WorthProps {
  return {
    customer: card.customer,
    insight: card.insight,
    details: worth,
    today: Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString(),
    currency: settings.currency,
    readOnly,
    actions,
  };
}
