import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { BURST, forgetQuestions, mayAsk, originOf, REFILL_MS } from '@/entrypoints/background/questions';
import type { Tab } from '@/entrypoints/background/tab-state';

const TAB = 7;
const MAIL = 'https://mail.example';
const freshTab = (): Tab => ({
  state: { frames: {}, loadedAt: 0, nonce: '', alive: false, sidebar: null, opened: null },
  match: null,
  page: 0,
  written: { state: '', match: null },
});
let tab: Tab;
beforeEach(() => {
  forgetQuestions(TAB);
  tab = freshTab();
});
const ask = (question: string, now: number, origin = MAIL) => mayAsk(TAB, tab, origin, question, now);
/** How many of so many new questions are answered, one each `everyMs`. */
const answered = (count: number, everyMs: number, name = 'q') =>
  Array.from({ length: count }, (_, at) => ask(`${name}${at}`, 1_000 + at * everyMs)).filter(Boolean).length;

describe('how much a page may ask', () => {
  it('never hinders who goes through mails three times a second for eight minutes', () => {
    expect(answered(3 * 60 * 8, 333)).toBe(1_440);
  });

  it('never hinders a day of work: a mail every ten seconds that shows itself in three steps', () => {
    expect(answered((8 * 3_600) / 10, 3_333)).toBe(2_880);
  });

  it('never hinders who scrolls through a list of 5 000 lines, up and down, all day', () => {
    const screens = Array.from({ length: 100 }, (_, at) => `lines ${at * 50}`);
    for (let turn = 0; turn < 50; turn++)
      for (const [at, screen] of screens.entries())
        expect(ask(screen, 1_000 + (turn * 100 + at) * 200)).toBe(true);
  });

  it('answers a flood no more often than it says, whatever its rhythm', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 3_000, maxLength: 4_000 }),
        (waits) => {
          forgetQuestions(TAB);
          tab = freshTab();
          let now = 1_000;
          let count = 0;
          for (const [at, wait] of waits.entries()) {
            now += wait;
            if (ask(`guess ${at}`, now)) count++;
          }
          expect(count).toBeLessThanOrEqual(BURST + (now - 1_000) / REFILL_MS + 1);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('goes on answering after a rest', () => {
    answered(BURST + 50, 0);
    expect(ask('later', 2_000)).toBe(false);
    expect(ask('later', 1_000 + 2 * REFILL_MS)).toBe(true);
  });

  it('what was answered already tells nothing new and is free', () => {
    answered(BURST, 0);
    expect(ask('new', 1_000)).toBe(false);
    expect(ask(`q${BURST - 1}`, 1_000)).toBe(true);
  });

  it('is counted for each site and tab, and one site pays for no other', () => {
    answered(BURST + 1, 0);
    expect(ask('new', 1_000)).toBe(false);
    expect(ask('new', 1_000, 'https://desk.example')).toBe(true);
    expect(mayAsk(8, freshTab(), MAIL, 'new', 1_000)).toBe(true);
  });

  it('is not got round by many other sites in between, nor by the clock set back', () => {
    answered(BURST, 0);
    for (let at = 0; at < 200; at++) ask('x', 1_000, `https://s${at}.example`);
    expect(Object.keys(tab.state.allowances ?? {}).length).toBeLessThanOrEqual(16);
    expect(ask('new', 1_000)).toBe(false);
    expect(ask('new', -1e12)).toBe(false);
  });

  it('survives the worker: what is left stands in the state of the tab', () => {
    answered(BURST, 0);
    forgetQuestions(TAB); // a new worker remembers no question
    tab = { ...freshTab(), state: structuredClone(tab.state) };
    expect(ask('new', 1_000)).toBe(false);
  });
});

it('an address without an origin shares one', () => {
  expect([originOf('https://a.example/x?y'), originOf('nonsense'), originOf('')]).toEqual([
    'https://a.example',
    '',
    '',
  ]);
});
