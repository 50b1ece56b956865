import { Converter } from '../value/rates';
import { VALUE_DEFAULTS, ValueSettings } from '../value/settings';
import type { Tables } from './database';
import type { Valuation } from './stored';
import { META, rates } from './value-queries';

/** What sums are made with: the settings, their number and the rates. */
export interface Money {
  number: number;
  settings: ValueSettings;
  converter: Converter;
}

const FIRST: Valuation = { settings: VALUE_DEFAULTS, number: 1 };

export async function valuation(db: Tables): Promise<Valuation> {
  return ((await db.meta.get(META.valuation))?.value as Valuation | undefined) ?? FIRST;
}

/** The last converter that was made, by its number: an edit must not read thousands of rates. */
let known: { databaseId: string; money: Money } | null = null;

export async function money(db: Tables): Promise<Money> {
  const { settings, number } = await valuation(db);
  const databaseId = String((await db.meta.get('databaseId'))?.value);
  if (known?.databaseId === databaseId && known.money.number === number) return { ...known.money, settings };
  const made = { number, settings, converter: new Converter(settings.currency, await rates(db)) };
  known = { databaseId, money: made };
  return made;
}

/** Sums made before are stale from now on. Part of the transaction that changed what they are made with. */
export async function raise(db: Tables): Promise<void> {
  const before = await valuation(db);
  await db.meta.put({ key: META.valuation, value: { ...before, number: before.number + 1 } });
}

/** Keeps the settings; sums are stale where the base currency or the margin rate is another. */
export async function setValueSettings(db: Tables, settings: ValueSettings): Promise<void> {
  const next = ValueSettings.parse(settings);
  const before = await valuation(db);
  const { currency, marginRate } = before.settings;
  const same = currency === next.currency && marginRate === next.marginRate;
  const number = same ? before.number : before.number + 1;
  await db.meta.put({ key: META.valuation, value: { settings: next, number } });
}
