import { codeKey, emailKeys, phoneKey } from '../customer/identifiers';
import type { Store } from '../store/api';
import type { CustomerRef } from '../transfer/entry-row';

/** Found: an id. Nobody: null. Several whom it may be: 'several'. */
export type Found = string | null | 'several';

/** One text for a reference, so that equal ones are asked once. */
export const refText = ({ any, email, phone, name }: CustomerRef): string =>
  name === '' && email === '' && phone === '' ? any : `${any}\u0001${email}\u0001${phone}\u0001${name}`;

/** The keys by which a reference is looked up, surest first; its name comes after them. */
function keysOf({ any, email, phone }: CustomerRef, country: string): string[] {
  const code = any ? codeKey(any) : null;
  const keys = [
    ...(code ? [code] : []),
    ...(any.includes('@') ? emailKeys(any) : []),
    ...(email ? emailKeys(email) : []),
    ...[phone, any].flatMap((text) => (looksLikePhone(text) ? (phoneKey(text, country) ?? []) : [])),
  ];
  return [...new Set(keys)];
}

export const looksLikePhone = (text: string): boolean =>
  /^[+（(]?[\d][\d\s()（）.-]{5,}$/.test(text) && text.replace(/\D/g, '').length >= 7;

/**
 * Whom references of a file speak of: by code, address, number, and at last by the whole name. Asked for many at once. A reference
 * that fits several customers is not decided. `ignored`: ids that do not count as there.
 */
export async function findWho(
  store: Store,
  refs: readonly CustomerRef[],
  country: string,
  ignored: (id: string) => boolean = () => false,
): Promise<Map<string, Found>> {
  const keyed = refs.map((ref) => ({ ref, keys: keysOf(ref, country) }));
  const owners = await store.ownersOf(keyed.flatMap(({ keys }) => keys));
  const found = new Map<string, Found>();
  const open: CustomerRef[] = [];
  for (const { ref, keys } of keyed) {
    const hit = keys
      .map((key) => (owners.get(key) ?? []).filter((id) => !ignored(id)))
      .find((ids) => ids.length > 0);
    if (hit) found.set(refText(ref), hit.length === 1 ? (hit[0] ?? null) : 'several');
    else open.push(ref);
  }
  const names = await store.named(open.map(nameOf));
  for (const ref of open) {
    const ids = (names.get(nameOf(ref)) ?? []).filter((id) => !ignored(id));
    found.set(refText(ref), ids.length > 1 ? 'several' : (ids[0] ?? null));
  }
  return found;
}

const nameOf = ({ name, any }: CustomerRef): string => name || any;

/** What a customer who is made of a reference is known by. */
export function identityOf({ any, name, email, phone }: CustomerRef) {
  const address = email || (any.includes('@') ? any : '');
  const number = phone || (looksLikePhone(any) && any.startsWith('+') ? any : '');
  // a text with digits and without blanks is a code; one of letters alone is a name
  const code =
    any !== '' && any !== address && any !== number && /\d/.test(any) && !/\s/.test(any) ? any : '';
  return {
    name: name || any || address || number,
    codes: code ? [code] : [],
    emails: address ? [address] : [],
    phones: number ? [number] : [],
  };
}
