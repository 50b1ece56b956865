import * as dom from './dom';
import { heads } from './heads';
import { jsonPeople } from './json-ld';
import { says, useWords } from './labels';
import { byRole } from './order';
import { crown, otherFinds } from './others';
import { outline } from './outline';
import { isSentPage, ownAddresses, senderOfSent } from './own';
import { isAt, people } from './people';
import { isOpened, type Reading } from './rank';
import { add, codeIn } from './read-text';
import { type Row, rows } from './rows';
import { markSigned } from './signature';
import { codesOf, namedBy, regionOf, siteFor } from './site';
import type { Outline } from './spot';
import { keepPlace } from './still';
import { between, bodies, isEmail, items, type Range, rangeOf, within } from './structure';
import { subjectOf, titleParts } from './subject';
import { applyTaught, siteHealth, taughtHealth, vote } from './taught';
import { readable } from './text';
import { type Candidate, type DetectOptions, MAX_CANDIDATES, type Sighting, type Site } from './types';

/**
 * Who is this page about? Reads the document once, within the bounds of `bounds.ts`, changes nothing and never
 * throws: a page that cannot be read yields no candidates. `url` is the page's full address, hash included.
 */
export function detect(document: Document, url: string, options: DetectOptions): Sighting {
  const title = (dom.titleOf(document) ?? '').slice(0, 1_000);
  useWords(options.words);
  const site = siteFor(document, url, options.sites);
  const sighting: Sighting = { url, title, site: site?.id ?? null, candidates: [], ownSeen: [], list: false };
  try {
    read(document, url, title, site, options, sighting);
  } catch (error) {
    console.debug('margin: page not read', String(error));
  }
  return sighting;
}

function read(
  document: Document,
  url: string,
  title: string,
  site: Site | null,
  options: DetectOptions,
  into: Sighting,
): void {
  const body = dom.bodyOf(document);
  const region = site && regionOf(document, site);
  const root = region ?? body;
  if (!root) return;
  // Without the flag g, which would make the expression remember where it was.
  const pattern = options.codePattern && new RegExp(options.codePattern.source, 'u');
  const page = outline([root], pattern, title, {
    exclude: site?.exclude?.join(','),
    withTexts: options.names,
  });
  if (!page) return;
  addJson(page, document);
  addCodes(
    page,
    [url, title].map((text) => codeIn(text, pattern)),
  );
  if (site) addCodes(page, codesOf(page.root.el, url, title, site));
  const reading = structure(page, document, url, title, site, options, region !== null);
  const general = [...people(reading), ...otherFinds(reading)];
  crown(general, reading);
  markSigned(general, reading);
  const votes = site?.targets ? vote(document, site.targets) : [];
  const found = applyTaught(general, votes, reading.own.isOwn);
  into.candidates = found.sort(byRole).slice(0, MAX_CANDIDATES);
  const place = placeOfFirst(found, reading);
  if (place) keepPlace(into, place);
  const health =
    votes.length > 0 ? taughtHealth(votes) : site && siteHealth(site, reading.site.counterpart, found);
  if (health) into.health = health;
  into.ownSeen = reading.own.seen;
  if (page.cut) into.long = true;
  const listed = reading.rows.length > 0 || found.some(({ role }) => role === 'row');
  into.list = listed && !isOpened(reading) && !found.some(isAt);
  if (options.names) into.text = readable(page, into.list ? [] : reading.rows, title);
}

function structure(
  page: Outline,
  document: Document,
  url: string,
  title: string,
  site: Site | null,
  options: DetectOptions,
  narrowed: boolean,
): Reading {
  const listed = [...rows(page), ...siteRows(page, site)];
  const headed = heads(page, listed);
  const below = headed.flatMap((head) => head.below);
  const parts = [
    ...bodies(page, listed).filter(({ start }) => !within(start, below)),
    ...below,
    ...siteRanges(page, site?.body ?? []),
  ].sort((a, b) => a.start - b.start);
  const free = page.finds.filter(
    (find) => !within(find.order, listed) && !within(find.order, parts) && find.spot.zone !== 'nav',
  );
  const messages = items(page, free, parts, listed);
  const first = free.find(isEmail);
  const opened = messages.length > 0;
  const speakers = opened ? messages.map((item) => item.sender) : first ? [first] : [];
  const parties = [...speakers.map((one) => one.value), ...page.state.called.values()];
  const sent = isSentPage(url, title, site?.sent ?? []);
  const known = namedBy(document, site?.own);
  const seen = sent ? [...known, ...senderOfSent(messages, free)] : [...known];
  const own = ownAddresses(page, options, {
    title,
    url: new URL(url),
    rows: listed,
    known: seen,
    parties,
    opened,
  });
  return {
    page,
    rows: listed,
    bodies: parts,
    items: messages,
    subject: subjectOf(page, title, [...listed, ...parts]),
    heads: headed.map(({ sender }) => sender),
    own,
    sent,
    bodyOnly: isInnerFrame(document) && page.root.controls === 0 && !narrowed,
    // A mail that says whom it is from is none of these, wherever its host keeps it ("/login/mia/…").
    about:
      !messages.some(({ sender }) => sender.label === 'sender') && isAboutNobody(page, url, title)
        ? 'nobody'
        : 'somebody',
    site: siteParties(page, site),
  };
}

/** The element that names the counterpart; undefined where there is none, or where no one element does. */
const placeOfFirst = ([first]: readonly Candidate[], { page, rows: listed }: Reading): Element | undefined =>
  first?.role === 'counterpart'
    ? page.finds.find(
        ({ value, order, via, spot }) =>
          value === first.value && via !== 'json' && spot !== page.root && !within(order, listed),
      )?.spot.el
    : undefined;

/** The address of a record: a number, a word and its number ("user4"), or a longer key with a digit in it (a UUID). */
const RECORD = /[/=](\d+\/|[a-z]*\d+([?&#]|$)|(?=[\w-]{8})[\w-]*\d)/;

/** Pages to sign in and of settings; a password may also be set in a record, and a record's page be titled like all. */
const isAboutNobody = (page: Outline, url: string, title: string): boolean =>
  says('settings', url) ||
  (!RECORD.test(url) &&
    (says('settings', title) ||
      titleParts(title).some((part) => says('mine', part.trim())) ||
      page.spots.some(
        ({ tag, zone, el }) =>
          tag === 'input' && zone !== 'folded' && dom.attribute(el, 'type') === 'password',
      )));

/** A frame inside a page: without controls of its own it is a message body. */
function isInnerFrame(document: Document): boolean {
  const view = document.defaultView;
  return view !== null && view !== view.parent;
}

function siteRanges(page: Outline, selectors: readonly string[]): Range[] {
  if (selectors.length === 0) return [];
  const all = selectors.join(',');
  return page.spots.filter((spot) => dom.matches(spot.el, all)).map(rangeOf);
}

/** Lines that the site file names and that the structure did not show as such. */
function siteRows(page: Outline, site: Site | null): Row[] {
  return siteRanges(page, site?.rows ? [site.rows.row] : []).flatMap((line) => {
    const [find] = between(page.finds, line.start, line.end).filter(isEmail);
    return find ? [{ ...line, find }] : [];
  });
}

function siteParties(page: Outline, site: Site | null): Reading['site'] {
  const root = page.root.el;
  const { counterpart, participant } = site?.signals ?? {};
  return { counterpart: namedBy(root, counterpart), participant: namedBy(root, participant) };
}

/** Customer codes that do not stand in the text: in the page's address (the id of a record), its title, by the site file. */
function addCodes(page: Outline, codes: readonly string[]): void {
  for (const value of codes) if (value !== '') add(page.root, 'code', value, 'attribute', page.state);
}

/** People in the structured data stand nowhere on the page: after everything, under no heading. */
function addJson(page: Outline, document: Document): void {
  page.state.section = null;
  for (const { address, name } of jsonPeople(document).slice(0, 20))
    add(page.root, 'email', address, 'json', page.state, { name });
}
