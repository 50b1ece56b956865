// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { counterpartOf, detected, headsOf } from './page';

const SENTENCES = 'The sheets have come, thank you. Please send two more boxes before Friday.';

describe('the head of a mail', () => {
  it('is told by the word that leads the recipients, though these are names alone', () => {
    const page = `<div><h2>Boxes</h2><div><b>Ann Mill</b> ann@mill.example</div><div>To: <i>Ben Barn</i></div>
      <p>${SENTENCES}</p></div>`;
    expect(headsOf(page).senders).toEqual(['ann@mill.example']);
  });

  it('makes what follows the mail, though that imitates the host', () => {
    const forged = `<div><p>${SENTENCES}</p><form><b>From</b><input value="boss@forged.test"></form></div>`;
    const page = `<div><div>ann@mill.example</div><div>To: Ben Barn</div></div>${forged}`;
    expect(headsOf(`<section>${page}</section>`)).toEqual({
      senders: ['ann@mill.example'],
      below: ['boss@forged.test'],
    });
  });

  it('is one for each mail of a thread', () => {
    const mail = (from: string): string =>
      `<article><div>${from}</div><div>To: Ben Barn</div><p>${SENTENCES}</p></article>`;
    expect(headsOf(mail('ann@mill.example') + mail('cora@quay.example')).senders).toEqual([
      'ann@mill.example',
      'cora@quay.example',
    ]);
  });

  it('has nobody from the navigation or from a list beside it', () => {
    const row = (one: string): string => `<tr><td>${one}</td><td>Boxes</td><td>9:15</td></tr>`;
    const list = `<table><tbody>${row('ann@mill.example')}${row('cora@quay.example')}${row('d@d.example')}</tbody></table>`;
    expect(headsOf(`<nav>me@northlight.example</nav>${list}<div>To: Ben Barn</div>`).senders).toEqual([]);
  });
});

describe('the record of a person', () => {
  const record = `<h1>Ann Mill</h1><dl><dt>E-mail</dt><dd>ann@mill.example</dd><dt>Phone</dt><dd>+44 20 7946 0101</dd></dl>`;

  it('stays theirs, though its history tells of a mail to somebody else', () => {
    const history = `<section><h3>History</h3><div><b>Mia</b> mia@northlight.example</div><div>To: sales@quay.example</div>
      <p>${SENTENCES}</p></section>`;
    const seen = detected(`<main>${record}${history}</main>`, { title: 'Ann Mill' });
    expect(counterpartOf(seen)).toBe('ann@mill.example');
  });

  it('stays theirs, though the history comes first', () => {
    const history = `<section><h3>History</h3><div>mia@northlight.example</div><div>To: ann@mill.example</div>
      <p>${SENTENCES}</p></section>`;
    const seen = detected(`<main>${history}${record}</main>`, {
      title: 'Ann Mill',
      own: ['mia@northlight.example'],
    });
    expect(counterpartOf(seen)).toBe('ann@mill.example');
  });
});
