/**
 * E-mail addresses in text, headers and attributes. No dependency: this runs in every page.
 * Linear time: each `@` is looked at once, with windows of fixed size to its left and right.
 */

/** Longest local part and domain that are read (RFC 5321); what is longer is no address. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;
/** Text after which a display name is cut: longer ones are not names. */
const MAX_NAME = 120;

export interface Mailbox {
  /** Display name, '' where there is none or where it is itself an address. */
  name: string;
  /** Canonical address (see {@link canonicalEmail}). */
  address: string;
}

interface Found {
  address: string;
  start: number;
  end: number;
}

const LOCAL = /[\w.!#$%&'*+/=?^`{|}~-]/;
const DOMAIN = /[\p{L}\p{M}\p{N}.-]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** What stands around an address or name and is not part of it. */
const EDGE =
  /^[\s"'“”‘’`*|•·,;:，；：、<>＜＞〈〉()（）[\]【】-]+|[\s"'“”‘’`*|•·,;:，；：、<>＜＞〈〉()（）[\]【】-]+$/gu;

function localStart(text: string, at: number): number {
  const least = Math.max(0, at - MAX_LOCAL - 1);
  let start = at;
  while (start > least && LOCAL.test(text.charAt(start - 1))) start--;
  if (start === at) while (start > least && LETTER.test(text.charAt(start - 1))) start--;
  if (at - start > MAX_LOCAL) return at;
  while (start < at && /[.'`*/=|{}!?&^~#$%-]/.test(text.charAt(start))) start++;
  return start;
}

/** The domain that begins at `from`: dotted labels, the last of one script ("example谢谢" ends at "example"). */
function domainAt(text: string, from: number): string {
  let end = from;
  const most = Math.min(text.length, from + MAX_DOMAIN + 1);
  while (end < most && DOMAIN.test(text.charAt(end))) end++;
  if (end - from > MAX_DOMAIN) return '';
  const labels = text.slice(from, end).split('.');
  const kept: string[] = [];
  for (const label of labels) {
    const clean = /^[\p{L}\p{M}\p{N}-]{1,63}$/u.test(label) && !label.startsWith('-');
    if (!clean) break;
    kept.push(label);
  }
  while (kept.length > 1) {
    const last = kept[kept.length - 1] ?? '';
    const top = /^(?:xn--[a-z0-9-]+|[a-z]{2,}|[^\0-\x7f]{2,})/i.exec(last)?.[0] ?? '';
    if (top !== '') return [...kept.slice(0, -1), top.replace(/-+$/, '')].join('.');
    kept.pop();
  }
  return '';
}

function scan(text: string, limit: number): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('@'); at >= 0 && found.length < limit; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at);
    const local = text.slice(start, at);
    if (local === '' || local.endsWith('.') || local.includes('..')) continue;
    const domain = domainAt(text, at + 1);
    if (domain === '') continue;
    found.push({ address: `${local}@${domain}`.toLowerCase(), start, end: at + 1 + domain.length });
  }
  return found;
}

/** All addresses in a text, lower-cased, in order, repeated ones once; at most `limit`. */
export function findEmails(text: string, limit = 1_000): string[] {
  return [...new Set(scan(text, limit).map((one) => one.address))];
}

/**
 * One address as typed, in a link or in brackets: `mailto:` with its query, angle brackets and case taken off.
 * Plus tags and dots are kept. null where it is not exactly one address.
 */
export function canonicalEmail(raw: string): string | null {
  let text = raw.length > 2_000 ? '' : raw.trim();
  if (/^mailto:/i.test(text)) {
    text = text.slice(7).split('?', 1)[0] ?? '';
    try {
      text = decodeURIComponent(text);
    } catch {
      // A stray % is kept as it stands: it is legal in a local part.
    }
  }
  text = text.replace(/^[<＜〈]|[>＞〉]$/gu, '').trim();
  const [only] = scan(text, 2);
  return only && only.start === 0 && only.end === text.length ? only.address : null;
}

/** A display name as shown: quotes, brackets and runs of blanks off; '' for one that is an address or too long. */
export function cleanName(raw: string): string {
  if (raw.length > MAX_NAME * 4) return '';
  const name = raw.replace(EDGE, '').replace(/\s+/g, ' ');
  return name.length > MAX_NAME || name.includes('@') || !/\p{L}/u.test(name) ? '' : name;
}

/** The name that stands before an address: back to the separator of the address list, quotes respected. */
function nameBefore(text: string): string {
  const quoted = /["“]([^"“”]{1,120})["”]\s*[<＜〈(（]?\s*$/u.exec(text.slice(-130));
  if (quoted) return cleanName(quoted[1] ?? '');
  return cleanName(text.split(/[;；\n\t>＞〉]|[,，](?![^<＜〈]{0,60}[<＜〈]\s*$)/u).pop() ?? '');
}

/**
 * Every mailbox in a header-like text: `Name <a@b>`, `"Last, First" <a@b>`, `a@b (Name)`, `a@b`, lists of them,
 * after a label in any language ("发件人: 王芳<a@b>").
 */
export function findMailboxes(text: string, limit = 1_000): Mailbox[] {
  const boxes = new Map<string, Mailbox>();
  let before = 0;
  for (const { address, start, end } of scan(text, limit)) {
    const lead = text.slice(Math.max(before, start - 200), start);
    const bracketed = /[<＜〈(（[]\s*$/u.test(lead);
    const after = /^\s*[(（]([^()（）@]{1,120})[)）]/u.exec(text.slice(end, end + 130))?.[1];
    const label = lead.replace(/^[^<"“:：]{0,40}[:：]/u, '');
    const name = bracketed ? nameBefore(label) : cleanName(after ?? '');
    const known = boxes.get(address);
    if (!known || known.name === '') boxes.set(address, { name, address });
    before = end;
  }
  return [...boxes.values()];
}

/** The one mailbox of a text such as `Name <a@b>`; the address in the last brackets counts, not one in the name. */
export function parseMailbox(text: string): Mailbox | null {
  if (text.length > 2_000) return null;
  const bracket = /[<＜〈]([^<>＜＞〈〉]{3,320})[>＞〉]\s*$/u.exec(text);
  const address = bracket ? canonicalEmail(bracket[1] ?? '') : null;
  if (bracket && address) {
    const lead = text.slice(0, bracket.index).replace(/^[^<"“:：]{0,40}[:：]/u, '');
    return { name: cleanName(lead), address };
  }
  return findMailboxes(text, 1)[0] ?? null;
}
