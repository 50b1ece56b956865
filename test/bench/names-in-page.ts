import { openStore, type Store } from '../../utils/store';
import { addressOf } from './stored-customer.ts';

const TIMES = 30;
const COLD_TIMES = 5;

export interface NamesTaken {
  /** Milliseconds that making the index anew took, and the longest time in which nothing else had its turn. */
  made: number;
  longest: number;
  /** Milliseconds to the first answer of a store that was just opened, and of the next ones. */
  cold: number[];
  warm: number[];
  found: number;
}

const CHARACTERS = 50_000;
const PROSE =
  'The delivery was late again and our customer asks for a refund as agreed. 我们昨天收到了客户的邮件，他们希望尽快发货，否则将取消订单。';

/** A page's text in which a stored name stands now and then. */
async function pageText(store: Store, stored: number): Promise<string> {
  let text = '';
  for (let at = 0; text.length < CHARACTERS; at++) {
    const [pointer] = at % 30 === 0 ? await store.byKeys([`e:${addressOf((at * 61) % stored)}`]) : [];
    const [customer] = pointer ? await store.customers([pointer.customerId]) : [];
    text += PROSE + (customer ? `${customer.name}。` : '');
  }
  return text.slice(0, CHARACTERS);
}

/** Looks for names in a text, by the product's own store: index made, read, asked. */
export async function namesInText(stored: number): Promise<NamesTaken> {
  const store = await openStore();
  const text = await pageText(store, stored);
  let [longest, last] = [0, performance.now()];
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const began = performance.now();
  await store.renewNames();
  const made = performance.now() - began;
  clearInterval(pulse);
  store.close();
  const cold: number[] = [];
  const warm: number[] = [];
  let found = 0;
  for (let time = 0; time < COLD_TIMES; time++) {
    const opened = await openStore();
    await opened.count(); // the database itself is open: what follows is the index and the answer
    const from = performance.now();
    found = (await opened.namesIn(text)).found.length;
    cold.push(performance.now() - from);
    for (let again = 0; again < TIMES; again++) {
      const start = performance.now();
      await opened.namesIn(text);
      warm.push(performance.now() - start);
    }
    opened.close();
  }
  return { made, longest, cold, warm, found };
}
