import { findEmails } from '../customer/email';
import { says } from './labels';
import { type Find, type Outline, type Spot, upward } from './spot';
import type { Item, Range } from './structure';
import { within } from './structure';
import { titleParts } from './subject';
import type { DetectOptions } from './types';

export interface Own {
  isOwn(address: string): boolean;
  isColleague(address: string): boolean;
  /** Where nothing is known of the user: of the firm whose host it is ("desk.firm.example", ann@firm.example). */
  isHosts(address: string): boolean;
  /** Given away by this page, without those already known. */
  seen: string[];
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

export function isSentPage(url: string, title: string, patterns: readonly string[]): boolean {
  for (const source of patterns) if (new RegExp(source).test(url)) return true;
  return says('sentUrl', url) || says('sentTitle', title);
}

/**
 * An address that is one whole part of the title ("Inbox - me@firm.example - Mail"), the last such; where a message is
 * open, also one in brackets behind the folder's name. Neither is own where it stands there as a party.
 */
function fromTitle(title: string, parties: ReadonlySet<string>, opened: boolean): string | null {
  const parts = titleParts(title);
  for (const part of parts.reverse()) {
    const [address] = findEmails(part, 1);
    if (!address || parties.has(address)) continue;
    if (address.length === part.trim().length || (opened && /\(\S+\)$/.test(part))) return address;
  }
  return null;
}

/** Navigation or account menu: an address there is the user's, unless it is one of many. */
function fromMenus(page: Outline, rows: readonly Range[]): string[] {
  const found = new Set<string>();
  for (const find of page.finds) {
    if (find.kind !== 'email' || within(find.order, rows)) continue;
    const menu =
      (find.spot.zone === 'nav' && !isFooter(find)) || isAccount(find, page) || isChosenSender(find);
    if (menu) found.add(find.value);
  }
  return found.size <= 3 ? [...found] : [];
}

/** The sender in a form in which a mail is being written: the user, by which of her addresses she chose. */
const isChosenSender = ({ via, label, spot }: Find): boolean =>
  via === 'value' && label === 'sender' && upward(spot, 8, ({ editors }) => editors > 0) !== null;

/** At the foot stands whom the host may be asked. */
const isFooter = ({ spot }: Find): boolean =>
  upward(spot, 9, ({ tag, role }) => tag === 'footer' || role === 'contentinfo') !== null;

function isAccount(find: Find, page: Outline): boolean {
  const lead = find.context.split(find.value, 1)[0] ?? '';
  // "Account Service <service@shop.example>" is what somebody calls themselves.
  const called = /^[^:：]*[<＜〈]$/u.test(lead);
  if (find.via === 'hint' && ((!called && says('account', lead)) || says('session', lead))) return true;
  if (find.via === 'text' && find.context.length < 120 && says('session', lead)) return true;
  const near = page.accounts.find((one) => Math.abs(one.order - find.order) <= 8);
  if (!near) return false;
  // Together in one small container, before the content.
  const both = (at: Spot) => at.text < 200 && at.start <= find.order && find.order <= at.end + 2;
  return upward(near.spot, 3, both) !== null;
}

/**
 * Who wrote the mail opened in the user's own sent mail: the user. Only where the header says who is who, and
 * all messages are by the same one: a thread also holds what others answered.
 */
export function senderOfSent(messages: readonly Item[], free: readonly Find[]): string[] {
  const senders = new Set(messages.map((item) => item.sender.value));
  const sure = messages.every(
    ({ sender, body }) =>
      sender.label === 'sender' ||
      free.some((to) => to.label === 'recipient' && to.order > sender.order && to.order < body.start),
  );
  return senders.size === 1 && sure ? [...senders] : [];
}

/**
 * The user's own addresses: those set, and those that the page gives away. `parties` stand in the
 * content as senders or subject of the page: such a one is not own because the title repeats it.
 */
export function ownAddresses(
  page: Outline,
  options: DetectOptions,
  context: {
    title: string;
    url: URL;
    rows: readonly Range[];
    known: readonly string[];
    parties: string[];
    opened: boolean;
  },
): Own {
  const seen = new Set<string>(context.known);
  // A webmail's address may hold the mailbox: it is another's only where it stands in the content as a party.
  const path = context.url.pathname.replace(/%40/gi, '@').replace(/\//g, ' | ');
  const mailbox = context.opened && fromTitle(path, new Set(context.parties), false);
  if (mailbox) seen.add(mailbox);
  const title = fromTitle(context.title, new Set(context.parties), context.opened);
  if (title) seen.add(title);
  if (seen.size === 0 || options.own.size === 0)
    for (const one of fromMenus(page, context.rows)) seen.add(one);
  const all = new Set([...options.own, ...seen]);
  const domains = new Set(options.ownDomains);
  for (const address of all) {
    const domain = domainOf(address);
    if (!says('sharedDomains', domain)) domains.add(domain);
  }
  return {
    isOwn: (address) => all.has(address),
    isColleague: (address) => domains.has(domainOf(address)),
    isHosts: (address) => {
      const domain = domainOf(address);
      // Everybody writes from where a webmail is ("mail.qq.com").
      const theirs = context.url.hostname.endsWith(`.${domain}`) && !says('sharedDomains', domain);
      return domains.size === 0 && theirs;
    },
    seen: [...seen].filter((one) => !options.own.has(one)),
  };
}

/** What is left of "Signed in as Mia Stone" or "Account manager for Mia Stone": the user's name. */
export function ownName(said: string): string {
  let name = said;
  if (!says('session', name) && !says('account', name)) return name;
  while (says('session', name) || says('account', name) || /^\p{Ll}/u.test(name))
    name = name.replace(/^\S+\s*/u, '');
  return name;
}
