// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { counterpartOf, detected, rowsOf } from './page';

const TEXT = '<p>The sheets have come, thank you. Please send two more boxes before Friday.</p>';
const SUBJECTS = ['Do you ship to the islands, too?', 'Boxes', 'Prices'];
const WRITERS = ['ann@mill.example', 'ben@barn.example', 'cora@quay.example'];
const list = WRITERS.map(
  (one, at) =>
    `<div><i>x</i><div><span title="${one}">Writer ${at}</span> <b>${SUBJECTS[at]}</b> <time>10:0${at}</time></div></div>`,
).join('');
const mail = (from: string, subject: string, to = 'To: <i>Mia</i>'): string =>
  `<div><div><b>${subject}</b></div><div><span title="${from}">Writer</span> ${to}</div></div><div>${TEXT}</div>`;
const mailbox = (opened: string): string => `<main><div>${list}</div><section>${opened}</section></main>`;

describe('a mailbox whose lines are plain elements', () => {
  it('is a list, though a subject is a sentence', () => {
    expect(rowsOf(`<main>${list}</main>`)).toEqual(WRITERS);
    const seen = detected(`<main>${list}</main>`);
    expect(seen.list).toBe(true);
    expect(counterpartOf(seen)).toBeNull();
  });

  it('does not hide who wrote the mail opened beside it', () => {
    expect(counterpartOf(detected(mailbox(mail('cora@quay.example', 'Prices'))))).toBe('cora@quay.example');
  });

  it('tells that the sentence above the header is the subject', () => {
    const opened = mail('ann@mill.example', 'Do you ship to the islands, too?');
    expect(counterpartOf(detected(mailbox(opened)))).toBe('ann@mill.example');
  });

  it('stays one beside a sentence that no mail is, whatever account stands above it', () => {
    const account = '<div><a title="mia@northlight.example">Mia</a></div>';
    const hint = '<section>Select a message in the list to view it here.</section>';
    const seen = detected(`${account}<main><div>${list}</div>${hint}</main>`);
    expect(seen.list).toBe(true);
    expect(counterpartOf(seen)).toBeNull();
  });

  it('is none where its parts are messages with heads of their own', () => {
    const part = (one: string, at: number): string =>
      `<div><div>${one} 10:0${at}</div><table><tbody><tr><td>From:</td><td>${one}</td></tr></tbody></table></div>`;
    expect(rowsOf(`<main>${WRITERS.map(part).join('')}</main>`)).toEqual([]);
  });
});

describe('who wrote a mail', () => {
  it('is told though the recipients stand nearer to its text', () => {
    const opened = `<section><div><span title="mia@northlight.example">Mia</span></div>
      <div><div><div>To: <span>ann@mill.example</span></div></div></div><div>${TEXT}</div></section>`;
    const seen = detected(`<main>${opened}</main>`, { own: ['mia@northlight.example'] });
    expect(counterpartOf(seen)).toBe('ann@mill.example');
  });

  it('is not the user because of a word in the name', () => {
    const opened = `<section><span title="Account Service <service@notice.example>">Account Service</span>
      <div>To: <i>Mia</i></div><div>${TEXT}</div></section>`;
    const seen = detected(`<main>${opened}</main>`);
    expect(seen.ownSeen).toEqual([]);
    expect(counterpartOf(seen)).toBe('service@notice.example');
  });

  it('is not the one whose address they call themselves by', () => {
    const link = '<a href="/customers/49">boss@mill.example</a>';
    const card = `<aside>${link}<ul><li><a href="#">thief@notice.example</a></li></ul></aside>`;
    const seen = detected(`<main>${card}<article><b>${link}</b> <i>10:15</i>${TEXT}</article></main>`, {
      title: 'New bank details - boss@mill.example',
    });
    expect(counterpartOf(seen)).toBe('thief@notice.example');
    expect(seen.ownSeen).toEqual([]);
    expect(seen.candidates.map(({ value }) => value)).not.toContain('boss@mill.example');
  });

  it('is told beside a password field that is folded away', () => {
    const ask = '<dialog style="display: none"><input type="password"></dialog>';
    const opened = `<section><div>ann@mill.example</div><div>To: <i>Mia</i></div>${TEXT}</section>`;
    const seen = detected(`<main>${opened}</main>${ask}`, { url: 'https://mail.northlight.example/#/inbox' });
    expect(counterpartOf(seen)).toBe('ann@mill.example');
  });
});

describe('what somebody is called', () => {
  it('is not what a folded menu offers', () => {
    const menu = '<ul style="display: none"><li>User</li><li>Manage Ticket</li></ul>';
    const table = '<table><tbody><tr><th>Email:</th><td>orders@mill.example</td></tr></tbody></table>';
    const [first] = detected(`<main>${menu}${table}</main>`).candidates;
    expect(first).toMatchObject({ value: 'orders@mill.example', role: 'counterpart' });
    expect(first?.name).toBeUndefined();
  });
});
