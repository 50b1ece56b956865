// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { rowsOf } from './page';

const PEOPLE = ['ann@mill.example', 'ben@barn.example', 'cora@quay.example'];
const lines = (line: (address: string, at: number) => string): string => PEOPLE.map(line).join('');

describe('lines of a list', () => {
  it('are the rows of a table with more than the address', () => {
    const table = lines((one, at) => `<tr><td>${one}</td><td>Order ${at}</td><td>12.0${at}</td></tr>`);
    expect(rowsOf(`<table><tbody>${table}</tbody></table>`)).toEqual(PEOPLE);
  });

  it('are a mailbox of plain elements, where each has a time', () => {
    const mails = lines(
      (one, at) => `<div><span title="${one}">Somebody</span><b>About ${at}</b> <i>10:0${at}</i></div>`,
    );
    expect(rowsOf(`<main>${mails}</main>`)).toEqual(PEOPLE);
  });

  it('need not be many where they can be ticked', () => {
    const one = '<tr><td><input type="checkbox"></td><td>ann@mill.example</td><td>Hello</td></tr>';
    expect(rowsOf(`<table><tbody>${one}</tbody></table>`)).toEqual(['ann@mill.example']);
  });

  it('of a list that names people are those who have no name but an address', () => {
    const names = ['Ann Mill', 'Ben Barn', 'Cora Quay', 'dora@dock.example', 'Emil Eck'];
    const list = names.map((name) => `<li><b>${name}</b><span>Boxes</span><i>May 2</i></li>`).join('');
    expect(rowsOf(`<ul>${list}</ul>`)).toEqual(['dora@dock.example']);
  });
});

describe('no list', () => {
  it('are the lines of one head, each with a label of its own', () => {
    const head = `<tr><th>From</th><td>ann@mill.example</td></tr><tr><th>To</th><td>ben@barn.example</td></tr>
      <tr><th>Cc</th><td>cora@quay.example</td></tr>`;
    expect(rowsOf(`<table><tbody>${head}</tbody></table>`)).toEqual([]);
  });

  it('are the recipients chosen for a mail being written', () => {
    const chips = lines((one) => `<li role="option">${one}<button>x</button></li>`);
    expect(rowsOf(`<form><label>To</label><ul>${chips}</ul><textarea></textarea></form>`)).toEqual([]);
  });

  it('are people in the navigation', () => {
    const links = lines((one) => `<li><a href="#${one}">${one}</a><span>team</span></li>`);
    expect(rowsOf(`<nav><ul>${links}</ul></nav>`)).toEqual([]);
  });

  it('are the addresses of a record whose fields are filled in', () => {
    const fields = '<input name="name" value="Mill Ltd"><input name="city" value="Hull">';
    const table = lines((one, at) => `<tr><td>Address ${at}</td><td>${one}</td></tr>`);
    expect(rowsOf(`<form>${fields}<table><tbody>${table}</tbody></table></form>`)).toEqual([]);
  });

  it('are the people of a company below their own heading', () => {
    const cards = lines(
      (one, at) => `<div><b>Person ${at}</b><a href="mailto:${one}">${one}</a><i>Buyer</i></div>`,
    );
    expect(rowsOf(`<h1>Mill Ltd</h1><h2>Contacts</h2><div>${cards}</div>`)).toEqual([]);
  });
});
