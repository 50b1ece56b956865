import * as z from 'zod/mini';
import { checkCodePattern } from '../customer/code-pattern';
import type { Known } from '../detect/types';
import { SITES } from '../sites';
import { WORDS } from '../sites/words';
import { browser } from './api';
import { readOwnSites } from './own-sites';
import { readSettings } from './settings-store';

/**
 * What every content script needs to know, in `storage.local["detect"]`: the user's own addresses and domains and the
 * code pattern, and nothing about any customer. Content scripts read it without asking the worker, which writes it
 * at each start.
 */
export const DETECT_KEY = 'detect';
/**
 * What is known of pages ({@link Known}: site files, words), in `storage.local["known"]`: data that the detector reads
 * where a page holds a sign of a person, so that neither the script of every page nor its start bears it.
 */
export const KNOWN_KEY = 'known';
export interface DetectSettings {
  own: string[];
  ownDomains: string[];
  /** Source of a pattern that is bounded already, flag `g`; '' for none. */
  codePattern: string;
  /** There are customers whose names are looked for in the text of pages. */
  names: boolean;
  /** Match patterns of pages that the user has taught: they are read whether or not they show a sign of a person. */
  taught?: string[];
}

/** Pages are looked at without a sign of a person too: for codes, for names, or where one was taught. */
const seeksMore = (detect: Partial<DetectSettings> | undefined): boolean =>
  Boolean(detect?.codePattern || detect?.names || detect?.taught?.length);

export async function isAttentive(): Promise<boolean> {
  return seeksMore((await browser.storage.local.get(DETECT_KEY))[DETECT_KEY] as DetectSettings | undefined);
}

/** Calls back when that changes. */
export function watchAttentive(onChange: () => void): void {
  browser.storage.local.onChanged.addListener(({ [DETECT_KEY]: detect }) => {
    const of = (value: unknown) => seeksMore(value as DetectSettings | undefined);
    if (detect && of(detect.oldValue) !== of(detect.newValue)) onChange();
  });
}

const LEARNED_KEY = 'ownLearned';
/** A page may lie about whose mailbox it is: an address counts as own everywhere only after this many pages said so. */
const PAGES_TO_LEARN = 3;
const MAX_LEARNED = 50;
const Learned = z.record(z.string(), z.array(z.string()));

async function readLearned(): Promise<Record<string, string[]>> {
  const parsed = Learned.safeParse((await browser.storage.local.get(LEARNED_KEY))[LEARNED_KEY]);
  return parsed.success ? parsed.data : {};
}

async function readNames(): Promise<boolean> {
  const { [DETECT_KEY]: stored } = await browser.storage.local.get(DETECT_KEY);
  return (stored as Partial<DetectSettings> | undefined)?.names ?? false;
}

/** Says whether pages are to be read for names at all; nothing else about customers is ever published. */
export async function publishNames(names: boolean): Promise<void> {
  if (names === (await readNames())) return;
  const { [DETECT_KEY]: stored } = await browser.storage.local.get(DETECT_KEY);
  const detect = (stored as DetectSettings | undefined) ?? (await publishDetectSettings());
  await browser.storage.local.set({ [DETECT_KEY]: { ...detect, names } });
}

/** Counts that `url` showed `addresses` as the user's own; publishes those that have been seen often enough. */
export async function learnOwn(addresses: readonly string[], url: string): Promise<void> {
  const learned = await readLearned();
  const known = addresses.every((address) => (learned[address] ?? []).length >= PAGES_TO_LEARN);
  if (known) return;
  for (const address of addresses) {
    const pages = learned[address] ?? [];
    if (pages.length >= PAGES_TO_LEARN || pages.includes(url)) continue;
    if (!(address in learned) && Object.keys(learned).length >= MAX_LEARNED) continue;
    learned[address] = [...pages, url];
  }
  await browser.storage.local.set({ [LEARNED_KEY]: learned });
  await publishDetectSettings();
}

/** Writes what content scripts read, from the settings and what was learned. */
export async function publishDetectSettings(): Promise<DetectSettings> {
  const [settings, learned, ownSites] = await Promise.all([readSettings(), readLearned(), readOwnSites()]);
  const sure = Object.keys(learned).filter((address) => (learned[address] ?? []).length >= PAGES_TO_LEARN);
  const detect: DetectSettings = {
    own: [...new Set([...settings.ownAddresses, ...sure])],
    ownDomains: settings.ownDomains,
    codePattern: boundedPattern(settings.codePattern),
    names: await readNames(),
    taught: ownSites.flatMap(({ matches }) => matches),
  };
  // What the user made goes before what is shipped.
  const known: Known = { sites: [...ownSites, ...SITES], words: WORDS };
  await browser.storage.local.set({ [DETECT_KEY]: detect, [KNOWN_KEY]: known });
  return detect;
}

/** The pattern with its repetitions bounded, as content scripts may run it over any text; '' where it is none. */
function boundedPattern(source: string): string {
  const checked = checkCodePattern(source);
  return checked.ok ? (checked.pattern?.source ?? '') : '';
}
