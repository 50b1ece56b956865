/**
 * E-mail addresses in text, headers and attributes. No dependency: this runs in every page.
 * Linear time: each `@` is looked at once, with windows of fixed size to its left and right.
 */

/** Longest local part and domain that are read (RFC 5321); what is longer is no address. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;
/** Characters after which a display name is cut. */
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
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** Making the expression for all scripts costs a page more than reading it: it is made where one is there (2026-11). */
const isLetter = (char: string): boolean => (char < '\x80' ? /[a-z\d]/i : LETTER).test(char);
const isDomain = (char: string): boolean => char === '.' || char === '-' || isLetter(char);
/** What stands around an address or name and is not part of it. */
const EDGE =
  /^[\s"'“”‘’`*|•·,;:，；：、<>＜＞〈〉()（）[\]【】-]+|[\s"'“”‘’`*|•·,;:，；：、<>＜＞〈〉()（）[\]【】-]+$/gu;

function localStart(text: string, at: number): number {
  const least = Math.max(0, at - MAX_LOCAL - 1);
  let start = at;
  while (start > least && LOCAL.test(text.charAt(start - 1))) start--;
  if (start === at) while (start > least && isLetter(text.charAt(start - 1))) start--;
  if (at - start > MAX_LOCAL) return at;
  while (start < at && /[.'`*/=|{}!?&^~#$%-]/.test(text.charAt(start))) start++;
  return start;
}

/** The domain that begins at `from`: dotted labels, the last of one script ("example谢谢" ends at "example"). */
function domainAt(text: string, from: number): string {
  let end = from;
  const most = Math.min(text.length, from + MAX_DOMAIN + 1);
  while (end < most && isDomain(text.charAt(end))) end++;
  if (end - from > MAX_DOMAIN) return '';
  const labels = text.slice(from, end).split('.');
  const kept: string[] = [];
  for (const label of labels) {
    if (label === '' || label.length > 63 || label.startsWith('-')) break;
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

/** A display name as shown: quotes, brackets and runs of blanks off; cut where it is long; '' for one that is an address. */
export function cleanName(raw: string): string {
  if (raw.length > 2_000) return '';
  const name = raw.replace(EDGE, '').replace(/\s+/g, ' ');
  return name.includes('@') || !/\p{L}/u.test(name) ? '' : [...name].slice(0, MAX_NAME).join('');
}

/** The name that stands before an address: back to the separator of the address list, quotes respected. */
function nameBefore(text: string): string {
  const quoted = /["“]([^"“”]{1,120})["”]\s*[<＜〈(（]?\s*$/u.exec(text.slice(-130));
  if (quoted) return cleanName(quoted[1] ?? '');
  return cleanName(text.split(/[;；\n\t>＞〉]|[,，](?![^<＜〈]{0,60}[<＜〈]\s*$)/u).pop() ?? '');
}

/** `"boss@big.example" <thief@bad.example>`: an address right before one in angle brackets is its display name. */
function withoutImpostors(text: string, found: Found[]): Found[] {
  return found.filter(({ end }, index) => {
    const next = found[index + 1];
    return !next || next.start - end > 9 || !/^[\s"'”’)）]*[<＜〈]\s*$/u.test(text.slice(end, next.start));
  });
}

/**
 * Every mailbox in a header-like text: `Name <a@b>`, `"Last, First" <a@b>`, `a@b (Name)`, `a@b`, lists of them,
 * after a label in any language ("发件人: 王芳<a@b>").
 */
export function findMailboxes(text: string, limit = 1_000): Mailbox[] {
  const boxes = new Map<string, Mailbox>();
  let before = 0;
  for (const { address, start, end } of withoutImpostors(text, scan(text, limit))) {
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
