import * as z from 'zod/mini';
import type { Contact, Customer } from '../model';
import { fold } from '../names/fold';
import { remembered } from '../remembered';
import { BLANK, type FoldedText, foldedString, foldName, isSeamless } from './fold-text';
import { type NameForm, nameForms } from './forms';
import type { NameHit } from './scan';

/** What else in the same text says that the name means this customer. */
export const SIGNS = ['whole', 'label', 'domain', 'phone', 'code', 'company'] as const;

/** A customer's name that stands in the text of one frame. */
export const NameFound = z.object({
  customerId: z.string(),
  contactId: z.nullable(z.string()),
  /** As the page writes it, cut. */
  text: z.string(),
  /** The name as stored that it is a form of. */
  name: z.string(),
  /** Nobody else is called so, and it is written as a name. */
  sure: z.boolean(),
  signs: z.array(z.enum(SIGNS)),
});
export type NameFound = z.infer<typeof NameFound>;

/** What is kept of a frame's text: the names that stand in it, and how people are addressed (王总, Mr Smith). */
export const NameDigest = z.object({ found: z.array(NameFound), titled: z.array(z.string()) });
export type NameDigest = z.infer<typeof NameDigest>;

/** Whose name was hit: the row of the customer, and of the contact where it is a contact's. */
export interface NameOwner {
  customer: Customer;
  contact: Contact | null;
}

const MAX_FOUND = 40;
const MAX_TITLED = 60;
const MAX_TEXT = 80;

/** Checks the hits by their rows and reads what stands around them. `owners`: by the hit's id; who is gone is missing. */
export function digestOf(
  text: FoldedText,
  hits: readonly NameHit[],
  owners: ReadonlyMap<string, NameOwner>,
): NameDigest {
  const found: NameFound[] = [];
  const around = new Around(text);
  for (const hit of hits) {
    const owner = owners.get(hit.id);
    const one = owner && foundOf(text, around, hit, owner);
    if (one) found.push(one);
    if (found.length >= MAX_FOUND) break;
  }
  return { found, titled: titledIn(text.raw) };
}

function foundOf(text: FoldedText, around: Around, hit: NameHit, owner: NameOwner): NameFound | null {
  const { customer, contact } = owner;
  const names = contact ? [contact.name] : [customer.name, ...customer.aliases];
  const kind = contact ? 'person' : customer.kind;
  for (const name of names) {
    const sought = soughtOf(name, kind);
    const form = sought.forms.find((one) => standsAt(text, hit.from, one.folded));
    if (!form) continue;
    const whole = hasWhole(text, hit, sought.whole);
    const cased = isCased(text, hit, name);
    return {
      customerId: customer.id,
      contactId: contact?.id ?? null,
      text: written(text, hit),
      name: name.slice(0, MAX_TEXT),
      sure: isSure(form, cased, whole),
      signs: [...(whole ? (['whole'] as const) : []), ...signsOf(text, around, hit, owner)],
    };
  }
  return null;
}

interface Sought {
  forms: Array<NameForm & { folded: string }>;
  /** The name as it is written in full, folded. */
  whole: string;
}

const MAX_KNOWN = 1_000;
/** A name taken apart. Remembered: pages of one mailbox name the same people again and again. */
const soughtOf = remembered(
  MAX_KNOWN,
  (name: string, kind: Customer['kind']): Sought => ({
    forms: nameForms(name, kind).map((form) => ({ ...form, folded: foldName(form.text) })),
    whole: foldName(name),
  }),
);

const isSure = ({ tells }: NameForm, cased: boolean, whole: boolean): boolean =>
  whole || (cased && tells !== 'weak');

const written = ({ raw, origin, length }: FoldedText, { from, to }: NameHit): string =>
  raw
    .slice(origin[from], (origin[Math.min(to, length) - 1] ?? 0) + 1)
    .trim()
    .slice(0, MAX_TEXT);

function standsAt({ codes, length }: FoldedText, at: number, name: string): boolean {
  if (at < 0 || name === '' || at + name.length > length) return false;
  for (let of = 0; of < name.length; of++) if (codes[at + of] !== name.charCodeAt(of)) return false;
  return true;
}

/** The full name stands there, legal form or region and all: no word of the language is so long. */
function hasWhole(text: FoldedText, { from, to }: NameHit, whole: string): boolean {
  if (whole.length < to - from + 2) return false;
  for (let back = 0; back <= whole.length - (to - from); back++)
    if (standsAt(text, from - back, whole)) return true;
  return false;
}

/** Every word begins with a capital that does so in the stored name. Scripts without capitals always do. */
function isCased({ codes, origin, raw }: FoldedText, { from, to }: NameHit, name: string): boolean {
  if (!/\p{Lu}/u.test(name)) return true;
  for (let at = from; at < to; at++) {
    const begins = at === from ? codes[at] !== BLANK : codes[at - 1] === BLANK;
    if (!begins || codes[at] === BLANK || isSeamless(codes[at] ?? 0)) continue;
    const char = raw.charAt(origin[at] ?? 0);
    if (char !== char.toUpperCase() && !SMALL.test(raw.slice(origin[at], (origin[at] ?? 0) + 5)))
      return false;
  }
  return true;
}

/** Words that names write small: van der Berg, Bank of Tees. */
const SMALL = /^(?:of|and|the|for|de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|und|y|e|et|&)\b/;
const LABEL =
  /(?:公司|客户|客戶|单位|單位|供应商|供應商|厂家|甲方|乙方|买方|卖方|收货人|发货人|customer|client|company|account|supplier|vendor|organi[sz]ation|firm|kunde|firma|client|cliente)(?: name|名称|名稱)?\s*[:：]\s*["“「『]?$/iu;
const MAX_LABEL = 24;

function signsOf(
  text: FoldedText,
  around: Around,
  { from }: NameHit,
  { customer, contact }: NameOwner,
): NameFound['signs'] {
  const { raw, origin } = text;
  const before = origin[from + (text.codes[from] === BLANK ? 1 : 0)] ?? 0;
  const signs: NameFound['signs'] = [];
  if (LABEL.test(raw.slice(Math.max(0, before - MAX_LABEL), before))) signs.push('label');
  const domains = new Set([
    ...customer.domains,
    ...customer.emails.map((email) => email.split('@')[1] ?? ''),
  ]);
  if ([...domains].some((domain) => around.hasDomain(domain))) signs.push('domain');
  const phones = [...customer.phones, ...(contact?.phones ?? [])];
  if (phones.some((phone) => around.hasPhone(phone))) signs.push('phone');
  if (customer.codes.some((code) => code.length >= 3 && around.has(code))) signs.push('code');
  const company = nameForms(customer.company, 'company')[0];
  if (company && around.has(company.text)) signs.push('company');
  return signs;
}

/** Seven digits or more, with a mark or a few between them. */
const NUMBER = /\d(?:[\s().\-–]{0,3}\d){6,}/g;

/** No label of a domain is longer (RFC 1035, 2.3.4); what stands so far from a dot is looked at. */
const LONGEST_LABEL = 63;

/** A text as signs are sought in it; made once for all of its names: to go through it for each of them takes longer than to find them. */
class Around {
  private readonly lower: string;
  private dotted: string | null = null;
  private numbers: string | null = null;
  private folded: string | null = null;
  private counted: Set<string> | null = null;

  constructor(private readonly text: FoldedText) {
    this.lower = text.raw.toLowerCase();
  }

  hasDomain(domain: string): boolean {
    if (domain.length <= 4) return false;
    this.dotted ??= dottedIn(this.lower);
    return this.dotted.includes(fold(domain));
  }

  /** Stands there as words of its own. As one string: the browser's own search is many times faster than one by units. */
  has(name: string): boolean {
    const sought = foldName(name);
    this.counted ??= new Set(numberedIn(this.text));
    for (const word of sought.split(' ')) if (/\d/.test(word) && !this.counted.has(word)) return false;
    this.folded ??= foldedString(this.text);
    return sought !== '' && this.folded.includes(sought);
  }

  /** A number's last eight digits, written with any marks between. */
  hasPhone(phone: string): boolean {
    const digits = phone.replace(/\D/g, '').slice(-8);
    if (digits.length < 7) return false;
    this.numbers ??= (this.lower.match(NUMBER) ?? []).map((text) => text.replace(/\D/g, '')).join(' ');
    return this.numbers.includes(digits);
  }
}

/** What stands around dots within words, where alone domains are. */
function dottedIn(text: string): string {
  let all = '';
  let end = 0;
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    if (/\s/.test(text.charAt(dot + 1))) continue;
    const from = dot - LONGEST_LABEL;
    const before = end;
    end = dot + LONGEST_LABEL + 1;
    all += from > before ? ` ${text.slice(from, end)}` : text.slice(before, end);
  }
  return all;
}

/** The words of a folded text that hold a digit. */
function* numberedIn({ codes, length }: FoldedText): Generator<string> {
  let [from, numbered] = [0, false];
  for (let at = 0; at < length; at++) {
    const code = codes[at] ?? 0;
    if (code === BLANK) {
      if (numbered) yield String.fromCharCode(...codes.subarray(from, at));
      [from, numbered] = [at + 1, false];
    } else if (code >= 0x30 && code <= 0x39) numbered = true;
  }
}

const HAN_TITLE =
  /总(?:经理|监)|副总|总(?![部数量是共计额结体会务算裁之的])|经理|董事长|董(?!事)|主任|[部科处局厂店校院]长|老师|教授|博士|医生|律师|工程师|工(?![作厂人业程资会地具序期])|先生|女士|小姐|太太|老板|师傅|书记|主管/gu;
const LATIN_TITLED = /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme)\b\.? +(\p{Lu}[\p{L}\p{M}'’-]+)/gu;

/** How people are addressed: surname and title as written, each once. */
function titledIn(raw: string): string[] {
  const all = new Set<string>();
  const add = (surname: string, text: string) => all.add(`${surname}|${text}`);
  for (const { 0: title, index } of raw.matchAll(HAN_TITLE)) {
    const before = /\p{Script=Han}{1,2}$/u.exec(raw.slice(Math.max(0, index - 2), index))?.[0] ?? '';
    for (const surname of new Set([before, before.slice(-1)]))
      if (surname !== '') add(surname, surname + title);
    if (all.size >= MAX_TITLED) break;
  }
  for (const { 0: text, 1: surname = '' } of raw.matchAll(LATIN_TITLED)) {
    add(surname, text);
    if (all.size >= MAX_TITLED * 2) break;
  }
  return [...all];
}
