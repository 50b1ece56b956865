import { syllables } from '../../utils/customer/pinyin';
import { openStore } from '../../utils/store';
import { Dice } from './invented.ts';
import { addressOf } from './stored-customer.ts';

/** Times that each keystroke is repeated: what else runs on the machine only adds, the least is ours. */
const TIMES = 3;
const HAN = /\p{Script=Han}/u;

/** What somebody types who looks for a customer, as the box holds it after each keystroke. */
const beginnings = (text: string, from = 1): string[] =>
  Array.from(text)
    .map((_, at, chars) => chars.slice(0, at + 1).join(''))
    .slice(from - 1);

interface Sought {
  name: string;
  email: string;
  phone: string;
  code: string;
}

/** A slip of the keyboard in the middle of a word. */
function mistyped(word: string): string {
  const at = Math.floor(word.length / 2);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

function waysOf({ name, email, phone, code }: Sought): Record<string, string[]> {
  const addressed = {
    address: beginnings(email),
    'phone as dialled here': beginnings(`0${phone.replace(/^\+\d\d /, '')}`, 3),
    code: beginnings(code.toLowerCase()),
    'word of a note': beginnings('报价'),
  };
  if (!HAN.test(name)) {
    const word = name.toLowerCase();
    return { ...addressed, 'Latin name': beginnings(word), mistyped: beginnings(mistyped(word), 4) };
  }
  const sounds = syllables(name, false);
  return {
    ...addressed,
    // an input method hands over words, mostly of two characters
    'Chinese name': beginnings(name).filter((_, at) => at % 2 === 1),
    'pinyin in full': beginnings(sounds.slice(0, 5).join('')),
    'pinyin initials': beginnings(sounds.map((sound) => sound.charAt(0)).join('')),
  };
}

/** Milliseconds of each keystroke, by how people look for somebody, over customers drawn from those that are stored. */
export async function typed(people: number, stored: number): Promise<Record<string, number[]>> {
  const store = await openStore();
  const dice = new Dice(29);
  const took: Record<string, number[]> = {};
  for (let one = 0; one < people; one++) {
    const at = dice.below(stored);
    const [pointer] = await store.byKeys([`e:${addressOf(at)}`]);
    const [customer] = pointer ? await store.customers([pointer.customerId]) : [];
    if (!customer) throw new Error(`customer ${at} is not stored`);
    const { name, phones, codes } = customer;
    const sought = {
      name,
      email: addressOf(at),
      phone: phones[0] ?? '',
      code: codes[0] ?? '',
    };
    for (const [way, boxes] of Object.entries(waysOf(sought))) {
      let found = 0;
      for (const box of boxes) {
        let least = Number.POSITIVE_INFINITY;
        for (let time = 0; time < TIMES; time++) {
          const from = performance.now();
          found = (await store.search(box)).length;
          least = Math.min(least, performance.now() - from);
        }
        took[way] = [...(took[way] ?? []), least];
      }
      if (found === 0) throw new Error(`nothing was found for ${boxes.at(-1)} (${way})`);
    }
  }
  store.close();
  return took;
}
