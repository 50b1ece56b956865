import { canonicalEmail, cleanName, findMailboxes, type Mailbox } from '../customer/email';
import * as dom from './dom';
import { isAt } from './match';
import { codeIn } from './read-text';
import type { Signal, Site } from './types';

/** Elements that one selector of a site file may yield: what it matches beyond is not looked at. */
const MAX_MATCHES = 200;
/** What more regions, codes or different addresses than this answer to names nothing: the file is too loose. */
const CROWD = 20;

/**
 * The site file for this page: by address, or by all of its traits. One by which the user has taught the page says
 * only where that is; what else is known of the host goes on to hold.
 */
export function siteFor(document: Document, url: string, sites: readonly Site[]): Site | null {
  let taught: Site | null = null;
  const page = URL.parse(url);
  for (const site of sites) {
    if (!isSite(document, page, site)) continue;
    if (!site.targets || taught)
      return taught ? { ...site, id: taught.id, targets: taught.targets ?? [] } : site;
    taught = site;
  }
  return taught;
}

function isSite(document: Document, page: URL | null, site: Site): boolean {
  if (page && site.matches.some((match) => isAt(match, page))) return true;
  const traits = site.traits ?? [];
  return traits.length > 0 && traits.every((anyOf) => anyOf.split(' ').some((id) => dom.hasId(document, id)));
}

/** The first visible region that the site names, or null: then the whole page is read. */
export function regionOf(document: Document, site: Site): Element | null {
  for (const selector of site.region ?? []) {
    const all = dom.select(document, selector);
    const found = all.length > CROWD ? undefined : all.find(dom.isVisible);
    if (found) return found;
  }
  return null;
}

/** Mailboxes that the site's signals name, in order of the signals. */
function readSignals(root: Document | Element, signals: readonly Signal[]): Mailbox[] {
  const found: Mailbox[] = [];
  for (const signal of signals) {
    for (const el of dom.select(root, signal.selector).slice(0, MAX_MATCHES)) {
      const raw = rawOf(el, signal.from).slice(0, 2_000);
      const address = canonicalEmail(raw);
      const box = address ? { address, name: nameOf(el) } : findMailboxes(raw, 5).pop();
      if (box && dom.isVisible(el)) found.push(box);
    }
  }
  return found;
}

/** Addresses that the site's signals name; none where they are a crowd: that is a list, whatever the file takes it for. */
export function namedBy(root: Document | Element, signals: readonly Signal[] = []): Set<string> {
  const named = new Set(readSignals(root, signals).map(({ address }) => address));
  return named.size > CROWD ? new Set() : named;
}

/** Codes that the site file's signals name; '' among them where a pattern finds none. */
export function codesOf(root: Element, url: string, title: string, site: Site): string[] {
  return (site.signals?.code ?? []).flatMap((signal) => {
    const pattern = signal.pattern === undefined ? null : new RegExp(signal.pattern);
    if (!('selector' in signal)) return [codeIn(signal.from === 'url' ? url : title, pattern)];
    const all = dom.select(root, signal.selector);
    if (all.length > CROWD) return [];
    return all
      .filter(dom.isVisible)
      .map((el) => rawOf(el, signal.from).trim())
      .map((raw) => (pattern ? codeIn(raw, pattern) : raw.slice(0, 60)));
  });
}

export function rawOf(el: Element, from: Signal['from']): string {
  if (from === 'text') return (dom.textContent(el) ?? '').slice(0, 2_000);
  if (from === 'value') return dom.localName(el) === 'input' ? dom.inputValue(el) : '';
  return dom.attribute(el, from.attribute) ?? '';
}

function nameOf(el: Element): string {
  return cleanName(dom.attribute(el, 'name') ?? '') || cleanName((dom.textContent(el) ?? '').slice(0, 300));
}
