/**
 * A page saved from a real application (`npm run hosts:save`) and what is true of it. `<host>/cases.json` lists
 * them; `expect` is written by hand from what the seeds say (test/hosts/seed), never from the detector's answer.
 * A part that is absent is not asserted. Addresses compare by their canonical form (IDN: either spelling).
 */
export interface Case {
  file: string;
  /** As if the page were at this address. */
  url: string;
  /** The user's own addresses, as in her settings. */
  own: string[];
  /** The user's own domains and pattern for customer codes, where she has set any. */
  ownDomains?: string[];
  codePattern?: string;
  /** null: a page just saved, for which nobody has written yet what is true of it. */
  expect: Expectation | null;
}

export interface Expectation {
  /** The one candidate of role counterpart (address, phone or name); null: there must be none. */
  counterpart?: string | null;
  /** Where several answers are right: the counterpart is one of these. */
  counterpartOneOf?: string[];
  /** Offered before all others, as the counterpart or, where that is not sure, as the first participant. */
  first?: string;
  /** Name of the counterpart. */
  name?: string;
  /** Id of the site file that must be recognised in the page as saved (not where ids are randomised). */
  site?: string;
  /** Own addresses that the page gives away. */
  ownSeen?: string[];
  /** Candidates with role participant. */
  participants?: string[];
  /** Must not have the role counterpart. */
  neverCounterpart?: string[];
  /** Must be among the candidates, in any role but own: what the switcher offers. */
  alternatives?: string[];
  /** What must be said of these candidates, word for word. */
  evidence?: Record<string, string>;
  /** Phones that must be among the candidates (compared by digits). */
  phones?: string[];
  /** Customer codes that must be among the candidates. */
  codes?: string[];
  /** Codes in the page's address that its site file knows how to read; without site files they are not there. */
  siteCodes?: string[];
  /** A list without an opened item. */
  list?: boolean;
  /** Candidates with role row. */
  rows?: string[];
}
