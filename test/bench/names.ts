import { performance } from 'node:perf_hooks';
import {
  foldText,
  NameIndexBuilder,
  nameForms,
  scan,
  sizeOf,
} from '../../utils/customer/names-index/index.ts';
import type { InPage } from './in-page.ts';
import type { reading } from './reading.ts';
import { bundled, STORED, stockedSession } from './stocked.ts';
import { atMost, median, type Row, told } from './table.ts';

const NAMES = 100_000;
const CHARACTERS = 50_000;
const TIMES = 40;
const FIRST = '恒华盛德利达通远诚博环宇星辰海洋天地金银铜铁东南西北明亮光辉'.split('');
const TRADES = ['物流', '食品', '包装', '机械', '茶业', '电子', '陶瓷', '纺织'];
const GIVEN = ['Ada', 'Bo', 'Cleo', 'Dan', 'Eli', 'Fay', 'Gus', 'Hal'];
const PROSE =
  'The delivery was late again and our customer asks for a refund as agreed. 我们昨天收到了客户的邮件，他们希望尽快发货，否则将取消订单。';

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
const syllables = (at: number): string =>
  `${pick(['Bra', 'Ker', 'Lo', 'Mun', 'Ste', 'Vol'], at)}${pick(['den', 'lin', 'mar', 'rick', 'sov'], at >> 3)}${at.toString(36)}`;
const nameAt = (at: number): string =>
  at % 2 === 0
    ? `${pick(FIRST, at)}${pick(FIRST, Math.floor(at / 32))}${pick(FIRST, Math.floor(at / 1_024))}${pick(TRADES, Math.floor(at / 32_768))}有限公司`
    : `${pick(GIVEN, at)} ${syllables(at)}`;

/** The least of many: what else runs on the machine only adds. */
const least = (values: readonly number[]): number => Math.min(...values);

/** Names in a page's text: a hundred thousand of them, fifty thousand characters, as the background reads them. */
export async function* names(): AsyncGenerator<Row> {
  const builder = new NameIndexBuilder();
  const began = performance.now();
  for (let at = 0; at < NAMES; at++)
    for (const { text } of nameForms(nameAt(at), at % 2 === 0 ? 'company' : 'person'))
      builder.add({
        id: `018f0000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`,
        contact: false,
        name: text,
      });
  const index = builder.build();
  const built = performance.now() - began;
  let page = '';
  for (let at = 0; page.length < CHARACTERS; at++)
    page += PROSE + (at % 90 === 0 ? `${nameAt(at * 61)}。` : '');
  page = page.slice(0, CHARACTERS);
  const folds: number[] = [];
  const scans: number[] = [];
  let hits = 0;
  for (let time = 0; time < TIMES; time++) {
    const from = performance.now();
    const text = foldText(page);
    const between = performance.now();
    hits = scan(index, text).length;
    folds.push(between - from);
    scans.push(performance.now() - between);
  }
  if (hits === 0) throw new Error('no name was found');
  yield* [
    atMost(
      `${NAMES.toLocaleString('en')} names, ${CHARACTERS.toLocaleString('en')} characters, in Node`,
      least(folds) + least(scans),
      5,
      'ms',
    ),
    told('the same, median', `${(median(folds) + median(scans)).toFixed(2)} ms, ${hits} names found`),
    atMost('index of names', sizeOf(index) / NAMES, 60, 'bytes a name', 1),
    told('index made', `${Math.round(built)} ms`),
  ];
  yield* await inBrowser();
}

/** The same in the browser: by the product's store over its stored customers, and what the page pays for its text. */
async function inBrowser(): Promise<Row[]> {
  const { desk } = await stockedSession();
  const taken = await desk.evaluate(
    (stored) => (window as unknown as { bench: InPage }).bench.namesInText(stored),
    STORED,
  );
  if (taken.found === 0) throw new Error('no stored name was found');
  const page = await desk.context().newPage();
  const line = (at: number) => `<p>${PROSE} <b>${at}</b></p>`;
  const lines = Array.from({ length: Math.ceil(CHARACTERS / PROSE.length) }, (_, at) => line(at));
  await page.setContent(`<main><h1>Orders</h1><p>ann@buyer.example</p>${lines.join('')}</main>`);
  await page.evaluate(await bundled('reading.ts'));
  const read = await page.evaluate(() => (window as unknown as { reading: typeof reading }).reading());
  await page.close();
  return [
    atMost('names of a text, stored, warm in the browser', least(taken.warm), 5, 'ms'),
    told('the same, median', `${median(taken.warm).toFixed(1)} ms, ${taken.found} found and checked`),
    atMost('the same, cold: index read, first answer', least(taken.cold), 150, 'ms', 0),
    atMost('text of a page without a sign, on the page', read.whole, 3, 'ms'),
    atMost('text of any other page, on the page', read.added, 3, 'ms'),
    told(
      'index made over the database',
      `${(taken.made / 1000).toFixed(1)} s, longest step ${taken.longest.toFixed(0)} ms`,
    ),
  ];
}
