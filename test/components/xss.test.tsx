import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { History } from '../../components/dashboard/history/History';
import { FileStep } from '../../components/dashboard/import/FileStep';
import { Result } from '../../components/dashboard/import/Result';
import { PageLink } from '../../components/dashboard/record/Notes';
import { Sidebar } from '../../components/sidebar/sidebar';
import { noCounts } from '../../utils/import/counts';
import type { ImportRow } from '../../utils/store/import-types';
import { FREE, poisoned } from '../unit/support/poison';
import { more, XSS } from '../unit/support/xss';
import { STATES } from './gallery/states';
import { customer, journal, NOW } from './support/fixtures';

afterEach(cleanup);

const bare = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Of the corpus: what is seen or heard somewhere, as it is. */
function shownIn(root: Element): Set<string> {
  const values = [...root.querySelectorAll('input, textarea')].map((el) => (el as HTMLInputElement).value);
  const said = [...root.querySelectorAll('[aria-label], [title]')].flatMap((el) => [
    el.getAttribute('aria-label') ?? '',
    el.getAttribute('title') ?? '',
  ]);
  const all = bare([root.textContent, ...values, ...said].join('\n'));
  return new Set(XSS.filter((text) => all.includes(bare(text))));
}

it('the fields are found in the schemas', () => {
  expect([...FREE]).toEqual(
    expect.arrayContaining(['name', 'text', 'title', 'url', 'emails', 'reason', 'value']),
  );
});

describe('the margin, with anything in any field', () => {
  it.each(Object.keys(STATES))('%s: text is text, and stands there as it is', (state) => {
    const seen = new Set<string>();
    for (let from = 0; from < XSS.length; from += 4) {
      const { container, unmount } = render(
        <Sidebar {...poisoned(STATES[state]?.() ?? expect.fail(), from)} />,
      );
      expect(more(container)).toEqual([]);
      for (const text of shownIn(container)) seen.add(text);
      unmount();
    }
    if (/card|unknown|list/.test(state)) expect(seen.size).toBeGreaterThan(0);
  });

  it('shows each of them as it is', () => {
    const seen = new Set<string>();
    for (let from = 0; from < XSS.length; from++) {
      const { container, unmount } = render(
        <Sidebar {...poisoned(STATES.card?.() ?? expect.fail(), from)} />,
      );
      for (const text of shownIn(container)) seen.add(text);
      unmount();
    }
    expect(XSS.filter((text) => !seen.has(text))).toEqual([]);
  });
});

describe('the full tab, with anything in any field', () => {
  const nothing = () => undefined;
  const row = (from: number): ImportRow =>
    poisoned(
      {
        ...{ id: 'i', state: 'done' as const, startedAt: NOW, endedAt: NOW, fileName: 'x', size: 10 },
        ...{ fingerprint: '', plan: null, headers: ['x'], counts: { ...noCounts(), rows: 3, rejected: 3 } },
      },
      from,
    );

  it('an import: the file’s name, its refused cells', () => {
    for (let from = 0; from < XSS.length; from++) {
      const rejects = poisoned([{ line: 1, cells: ['a', 'b'], reason: { id: 'bad-date', text: 'x' } }], from);
      const props = { row: row(from), now: NOW, rejects, undone: false };
      const acts = { onDownload: nothing, onUndo: nothing, onAgain: nothing, onCustomers: nothing };
      const { container, unmount } = render(<Result {...props} {...acts} />);
      expect(more(container)).toEqual([]);
      expect(shownIn(container)).toContain(XSS[from]);
      unmount();
    }
  });

  it('imports of before', () => {
    const recent = XSS.map((_, from) => ({ ...row(from), id: `${from}` }));
    const acts = {
      onFile: nothing,
      onResume: nothing,
      onTakeBack: nothing,
      onShow: nothing,
      onExample: nothing,
    };
    const view = { step: 'file', problem: null, opening: false } as const;
    const { container } = render(<FileStep view={view} recent={recent} now={NOW} {...acts} />);
    expect(more(container)).toEqual([]);
    expect(shownIn(container).size).toBe(XSS.length);
  });

  it('the history, with values before and after', () => {
    for (let from = 0; from < XSS.length; from += 2) {
      const who = poisoned(customer(), from);
      const entries = poisoned(journal(who), from);
      const names = new Map([[who.id, who.name]]);
      const acts = { more: false, onMore: nothing, onUndo: nothing, onOpen: nothing };
      const { container, unmount } = render(<History entries={entries} names={names} now={NOW} {...acts} />);
      expect(more(container)).toEqual([]);
      unmount();
    }
  });

  it('the address of a page is a link only where it is one of the web', () => {
    for (const text of [
      ...XSS,
      ' https://a.example',
      'file:///etc/passwd',
      'blob:https://a.example/x',
      'httpss://x',
    ]) {
      const { container, unmount } = render(<PageLink url={text} title={text} />);
      expect(container.querySelectorAll('a')).toHaveLength(0);
      expect(bare(container.textContent ?? '')).toBe(bare(text));
      unmount();
    }
  });
});

it('what it looks for is found where it is', () => {
  const box = document.createElement('div');
  for (const html of [
    '<img src="x">',
    '<b onclick="x()">a</b>',
    '<a href=" java&#10;script:x()">a</a>',
    '<form action="x"></form>',
    '<b style="background:url(x)">a</b>',
  ]) {
    box.innerHTML = html;
    expect(more(box).length).toBeGreaterThan(0);
  }
});
