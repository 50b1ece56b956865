export {
  type Cadences,
  cadenceDaysOf,
  cadenceStart,
  type NextContact,
  nextContact,
} from './next-contact';
export { nextOccurrence, type Occurrence } from './recurrence';
export { type SnoozeChoice, snoozeChoices } from './snooze';
export { DAY_MS, dateOf, dueInstant, isZone, toLocal } from './time';
