// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { counterpartOf, detected } from './page';

const nameOf = (html: string, title: string): string | undefined =>
  detected(html, { title }).candidates.find(({ role }) => role === 'counterpart')?.name;

/** A link to a record, whose tooltip is a small page: as long as such tooltips are, for their icons and styles. */
function linkTo(name: string, address: string): string {
  const icon = '<span class="icon icon-building" style="color: #6c6aa8; margin-right: 10px;"></span>';
  const tooltip = `<div>${icon.repeat(5)}<u>Record</u><br><b>Name:</b> ${name}<br>${icon}${address}</div>`;
  return `<a href="/record?id=1" title="${tooltip.replaceAll('"', '&quot;')}">${name}</a>`;
}

describe('a link whose tooltip is a page of its own', () => {
  const mill = linkTo('Mill Ltd', 'office@mill.example');

  it('tells whom an order is for, where nothing else does', () => {
    const seen = detected(`<main><p>Order 7</p><div>Firm <i>:</i> ${mill}</div></main>`);
    expect(counterpartOf(seen)).toBe('office@mill.example');
    expect(seen.candidates[0]?.name).toBe('Mill Ltd');
  });

  it('says less than the address that the page itself shows', () => {
    const person = `<div><b>Ann Mill</b><div>${mill}</div><a href="mailto:ann@mill.example">ann@mill.example</a></div>`;
    expect(counterpartOf(detected(`<main>${person}</main>`))).toBe('ann@mill.example');
  });

  it('makes nobody the sender of what is told below it', () => {
    const line = (one: string): string =>
      `<tr><td>${linkTo(one, `${one}@mill.example`)}</td><td>May 2</td></tr>`;
    const lines = ['ann', 'ben', 'cora', 'dora'].map(line).join('');
    const boxes = `<table><tbody>${lines}</tbody></table><div><div>${mill}</div></div>
      <div><p>There are no orders to be shown for this month. Choose another one above.</p></div>`;
    expect(counterpartOf(detected(`<main>${boxes}</main>`, { title: 'Home' }))).toBeNull();
  });
});

describe('a label in words that are not known', () => {
  it('ends what the one before it said, though its colon stands by itself', () => {
    const fields = `<div><span>Assigned to</span> <b>Mia</b></div><div><span>Abonnee</span> <i>: </i>
      <a href="mailto:ann@mill.example">Ann Mill</a></div>`;
    expect(detected(`<main>${fields}</main>`).candidates[0]?.confidence).toBeGreaterThan(0.7);
  });
});

describe('the name of a record', () => {
  const email =
    '<div><span>Email</span></div><div><a href="mailto:office@mill.example">office@mill.example</a></div>';

  it('is the text that is one part of the title, though it is no heading', () => {
    expect(nameOf(`<main><div>Barn Books</div>${email}</main>`, 'Barn Books - Card')).toBe('Barn Books');
  });

  it('is not what a link to another page says', () => {
    expect(nameOf(`<main><a href="/board">Board</a>${email}</main>`, 'Board - Records')).toBeUndefined();
  });

  it('is known though the address stands in the markup before its label as well', () => {
    const twice = `<div data-raw="office@mill.example">${email}</div>`;
    expect(nameOf(`<main><div>Barn Books</div>${twice}</main>`, 'Desk - Barn Books - Card')).toBe(
      'Barn Books',
    );
  });

  it('is the part of a heading that the title repeats, not the path before it', () => {
    const heading = '<h3><a href="/boards">Boards</a><span>Ann Mill</span></h3>';
    expect(nameOf(`<main>${heading}${email.replaceAll('office', 'ann.mill')}</main>`, 'Ann Mill')).toBe(
      'Ann Mill',
    );
  });

  it('is whole, where fields hold its parts', () => {
    const fields = `<div>Ann Quay</div><label>Last name</label><input value="Quay"><label>City</label><input value="Hull">
      <label>First name</label><input value="Ann"><label>Email</label><input value="ann.quay@mill.example">`;
    expect(nameOf(`<main>${fields}</main>`, 'Desk - Ann Quay - Change')).toBe('Ann Quay');
  });
});
