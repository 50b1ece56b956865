/** Lists that are typed one to a line (or parted by commas): each entry checked by itself. */
export type ListCheck = { ok: true; values: string[] } | { ok: false; bad: string };

const entries = (text: string) =>
  text
    .split(/[\n,;，；]/)
    .map((line) => line.trim())
    .filter(Boolean);

/** Reads a list with `read`; the first entry that it refuses (null) is named. Doubles are dropped. */
export function readList(text: string, read: (entry: string) => string | null): ListCheck {
  const values = new Set<string>();
  for (const entry of entries(text)) {
    const value = read(entry);
    if (value === null) return { ok: false, bad: entry };
    values.add(value);
  }
  return { ok: true, values: [...values] };
}

/** A mail domain, `@` and capitals taken off; null where it is none. */
export function readDomain(entry: string): string | null {
  const domain = entry.toLowerCase().replace(/^@/, '');
  const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
  return new RegExp(`^${label}(?:\\.${label})+$`, 'u').test(domain) ? domain : null;
}

/** Days from an input: '' is none (null). NaN where it is not a whole number from 1 to 3650. */
export function readDays(text: string): number | null {
  const plain = text.trim();
  if (plain === '') return null;
  const days = /^\d{1,4}$/.test(plain) ? Number(plain) : Number.NaN;
  return days >= 1 && days <= 3650 ? days : Number.NaN;
}
