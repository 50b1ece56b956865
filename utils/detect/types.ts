/**
 * What the detector says of a page. DOM types only; no storage, no browser API.
 * Every string here comes from a page that may lie: it is data, shown as text, never trusted.
 */
export type CandidateKind = 'email' | 'phone' | 'name' | 'code';

/**
 * `counterpart` the one the page is about (at most once) · `participant` another party to it ·
 * `own` the user's own address · `mention` only named in a text · `row` one line of a list.
 */
export type Role = 'counterpart' | 'participant' | 'own' | 'mention' | 'row';

export interface Candidate {
  kind: CandidateKind;
  /** E-mail lower-cased, phone as found (digits, + and separators), name, or code. */
  value: string;
  /** Display name beside it, where there is one that is not itself an address. */
  name?: string;
  role: Role;
  /** 0..1; two candidates within 0.1 of each other at the top are a near-tie: the user is asked. */
  confidence: number;
  /** One short English phrase for logs, tests and "why": "header address near the subject". */
  evidence: string;
}

/** What one frame of a tab saw. */
export interface Sighting {
  url: string;
  title: string;
  /** Site id ('gmail', 'roundcube' …) or null for the generic engine alone. */
  site: string | null;
  /** Best first, at most {@link MAX_CANDIDATES}. */
  candidates: Candidate[];
  /** Own addresses that this page gave away (title, account menu, sender of a sent mail). */
  ownSeen: string[];
  /** True where the page shows a list (mailbox, ticket list) and no opened item. */
  list: boolean;
  /** How the page's site file fared; absent where there is none, or where it had nothing to show here. */
  health?: Health;
  /** A list longer than is read: other rows come into view by scrolling, and then it is read again. */
  long?: boolean;
  /**
   * What stands to read in the active region, for names without an address; absent where no names are sought. It goes
   * to the background of the user's own browser, is read there and thrown away.
   */
  text?: string;
}

/**
 * `works`: what the site file names was found. `lost`: nothing of it was, where the page should hold it, and the
 * general rules have answered. `differs`: they found somebody else, or what the user pointed at disagrees with itself.
 */
export type Health = 'works' | 'lost' | 'differs';

/** Characters of text that a sighting carries at most. */
export const MAX_SIGHTING_TEXT = 50_000;

export const MAX_CANDIDATES = 100;

/** What the detector has to know of the user. */
export interface UserOptions {
  /** Canonical own addresses (lower case). */
  own: ReadonlySet<string>;
  /** Own private domains: addresses there are colleagues, never the counterpart where anyone else is. */
  ownDomains: ReadonlySet<string>;
  /** The user's pattern for customer codes (already checked to be safe and bounded), or null. */
  codePattern: RegExp | null;
  /** There are customers with names to look for: the sighting carries the text. Absent: no. */
  names?: boolean;
}

/** What is known of pages: data, kept in the extension's storage and not in the script of every page. */
export interface Known {
  /** Site files to use; empty: the generic engine alone. */
  sites: readonly Site[];
  /** Absent: no word says anything, and the page is read by its structure alone. */
  words?: Words;
}

export interface DetectOptions extends UserOptions, Known {}

/** The detector as the page script finds it in its world. */
export interface Look {
  (options: UserOptions, tried?: Site): Promise<Sighting>;
  /** Whether the page still shows whom the last look found, told without a look. */
  isOld(): boolean;
}

/** What an address, a field or a part of the page is for, as the words beside it say. */
export type Label =
  | 'sender'
  | 'customer'
  | 'recipient'
  | 'staff'
  | 'company'
  | 'email'
  | 'phone'
  | 'name'
  /** Where answers to a mail go. */
  | 'reply'
  | 'other';

/** Words of pages' languages: sources of regular expressions, all matched against lower-cased text. */
export interface Words {
  /** A label, its whole words, and stems of words that go on ("absend" of Absender, Absenderin). */
  labels: ReadonlyArray<readonly [label: Label, words: string, stems: string]>;
  /** Matched as words inside attribute values ("message-from", "requesterEmail"). */
  attributes: ReadonlyArray<readonly [label: Label, words: string]>;
  /** "Signed in as", a sign-out link. */
  session: string;
  /** An account menu's name for itself: said of the user where it leads a tooltip or accessible name. */
  account: string;
  /** What follows the author of a quoted mail ("… wrote:"). */
  wrote: string;
  /** The user's own sent mail, by a page's address or title, where no site file says. */
  sentUrl: string;
  sentTitle: string;
  /** Names of search fields. */
  search: string;
  /** Addresses and titles of pages to sign in, of settings and of a summary of everything. */
  settings: string;
  /** What a part of the title is where the page shows the user herself. */
  mine: string;
  /** Headings that are never somebody's name. */
  noName: string;
  /** Mail domains that many share: an own address there says nothing of colleagues. */
  sharedDomains: string;
}

/**
 * A host as data: it narrows and boosts, and where its selectors find nothing the generic engine answers.
 * All selectors are plain CSS. No code.
 */
export interface Site {
  id: string;
  label: string;
  /** Match patterns (`https://mail.google.com/*`); empty for self-hosted applications, which have traits. */
  matches: string[];
  /**
   * Self-hosted: the page is this application when of each entry one id (they are separated by blanks) is in the
   * page. Ids, because a search by selector through a large page costs more than all the rest.
   */
  traits?: string[];
  /** The active region(s), best first; the first that is visible is used. */
  region?: string[];
  /** Where the counterpart, other parties and the name stand, inside the region. */
  signals?: {
    counterpart?: Signal[];
    participant?: Signal[];
    /** Customer codes: read from elements, or from the page's address or title by a pattern with one group. */
    code?: CodeSignal[];
  };
  /** What the user pointed at on a page; decides where enough of its anchors still lead to the same value. */
  targets?: Target[];
  /** Where the host shows the user's own address. */
  own?: Signal[];
  /** One list line, and where its address is. */
  rows?: { row: string; address: Signal[] };
  /** Parts that never count: navigation, compose, other tickets kept in the page. */
  exclude?: string[];
  /** Message bodies: scanned last, never for a confident answer. */
  body?: string[];
  /** URL patterns (source of a RegExp on the full URL) of pages that show the user's own sent mail. */
  sent?: string[];
  /** `YYYY-MM-DD` of the last look at the real host; null: never seen, the generic engine is relied on. */
  verified: string | null;
  /** Example pages under test/pages, relative. */
  examples: string[];
}

/** `pattern`: source of a RegExp whose first group holds the code. */
export type CodeSignal = (Signal & { pattern?: string }) | { from: 'url' | 'title'; pattern: string };

/** How to read a value from an element: attribute, property (`value`), or text; `Name <addr>` is split. */
export interface Signal {
  selector: string;
  from: 'text' | 'value' | { attribute: string };
}

/** One thing on a page that the user pointed at, and independent ways back to it that vote. */
export interface Target {
  kind: TargetKind;
  anchors: Anchor[];
}

export type TargetKind = 'email' | 'name' | 'code';

/**
 * A way to an element: by what its attributes say · by the words before it · by where it stands in the structure ·
 * as the so-manieth text after the so-manieth heading of a level. `skip` counts texts from the label or heading.
 */
export type Anchor =
  | { by: 'attribute'; selector: string }
  | { by: 'label'; label: string; skip: number }
  | { by: 'path'; selector: string }
  | { by: 'heading'; heading: string; nth: number; skip: number };
