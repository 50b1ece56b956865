/** An id in an address: digits, a UUID, or letters and digits mixed; another record has another one. */
const ID = /^(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|(?=[^-_.]*\d)[a-z0-9]{6,}|[a-z]{1,4}[-_.]?\d{2,})$/i;

const general = (path: string): string =>
  path
    .split('/')
    .map((part) => (ID.test(part) ? '*' : part))
    .join('/');

/**
 * The match pattern of all pages like this one: ids in its path and fragment are any, its query is any.
 * `https://crm.example/kunden/4711?tab=2` → `https://crm.example/kunden/*`.
 */
export function pagesLike(url: string): string {
  const { protocol, hostname, pathname, hash } = new URL(url);
  const path = general(pathname);
  const route = hash.length > 2 ? `#${general(hash.slice(1).replace(/[?;].*$/, ''))}` : '';
  const open = path.endsWith('*') || path.endsWith('/') ? path.replace(/\*?$/, '*') : `${path}*`;
  const whole = `${open}${route === '' ? '' : `${route.replace(/\*$/, '')}*`}`;
  return `${protocol}//${hostname}${/^[\w*./#!~:@%+,=&-]+$/.test(whole) ? whole : `${open}`}`;
}
