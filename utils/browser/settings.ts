import * as z from 'zod/mini';
import { TIERS } from '../customer/model';
import { VALUE_DEFAULTS, ValueSettings } from '../value/settings';
import { MAX_WIDTH, MIN_WIDTH } from './frame-width';

/** What the user can set. Kept in `storage.local["settings"]`; unreadable parts fall back to the default, each by itself. */
export const Settings = z.object({
  ownAddresses: z.array(z.string()),
  ownDomains: z.array(z.string()),
  /** The base currency and all that value is worked out with; the store keeps a copy. */
  ...ValueSettings.shape,
  /** ISO 3166-1 alpha-2: read national phone numbers as of this country. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** Days between contacts by tier; null: none. */
  cadenceDays: z.record(z.enum(TIERS), z.nullable(z.int().check(z.positive()))),
  /** `HH:mm`, the time of day of a reminder that only has a date. */
  remindAt: z.string().check(z.regex(/^\d{2}:\d{2}$/)),
  side: z.enum(['left', 'right']),
  width: z.int().check(z.minimum(MIN_WIDTH), z.maximum(MAX_WIDTH)),
  language: z.enum(['auto', 'en', 'zh_CN', 'zh_TW']),
  theme: z.enum(['auto', 'light', 'dark']),
  /** Minutes without use after which a locked database is locked again; null: only when the browser closes. */
  lockAfterMinutes: z.nullable(z.int().check(z.positive())),
  /** Source of the customer-code pattern, '' for none; checked for length and safety when set. */
  codePattern: z.string(),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  ownAddresses: [],
  ownDomains: [],
  ...VALUE_DEFAULTS,
  country: 'US',
  cadenceDays: { 'best-core': 14, core: 30, ordinary: 90, expendable: null },
  remindAt: '09:00',
  side: 'right',
  width: 360,
  language: 'auto',
  theme: 'auto',
  lockAfterMinutes: 15,
  codePattern: '',
};
