import type { Label, Words } from './types';

type Topic = Exclude<keyof Words, 'labels' | 'attributes'>;

/** Texts remembered with what they say: a page is read again and again, and most of its texts stay. */
const MAX_REMEMBERED = 3_000;
const MAX_SHORT = 60;

/** The same answer for the same short text, from memory. */
export function memo<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > MAX_SHORT) return work(text);
    let answer = known.get(text);
    if (answer === undefined) {
      if (known.size >= MAX_REMEMBERED) known.clear();
      answer = work(text);
      known.set(text, answer);
    }
    return answer;
  };
}

const never = (): boolean => false;
let known: Words | undefined;
let labels: Array<readonly [Label, RegExp]> = [];
let inAttributes: typeof labels = [];
let topics = new Map<string, (text: string) => boolean>();
let label = memo(findLabel);

/** Of lower-cased text: an expression that folds case itself takes five times as long to be made (Chromium 156, 2026-11). */
function asks(source: string): (text: string) => boolean {
  const pattern = new RegExp(source, source.includes('\\p{') ? 'u' : '');
  return memo((text) => pattern.test(text.toLowerCase()));
}

/** Takes the words that pages are read with from here on; they are made into expressions once. */
export function useWords(words: Words | undefined): void {
  if (words === known) return;
  known = words;
  label = memo(findLabel);
  labels = (words?.labels ?? []).map(([label, whole, stems]) => [
    label,
    new RegExp(`^(${whole}|(${stems})\\S{0,10}( \\S{1,6})?)$`),
  ]);
  inAttributes = (words?.attributes ?? []).map(([label, source]) => [label, new RegExp(source)]);
  topics = new Map(
    Object.entries(words ?? {}).flatMap(([topic, source]) =>
      typeof source === 'string' ? [[topic, asks(source)]] : [],
    ),
  );
}

/** Whether a text speaks of a topic, and where. */
export const says = (topic: Topic, text: string): boolean => (topics.get(topic) ?? never)(text);

/** What a short visible text says as a label, or null. */
export const labelOf = (text: string): Label | null => (text.length > MAX_SHORT ? null : label(text));

const PARTIES = /sender|recipient|staff|customer/;
const OF_ADDRESS =
  /^(e-?mail(-?adresse)?|adresse e-?mail|courriel|correo( electrónico)?) (of|del?|de[rs]|du|von|van|do|da|di) (the |la |le )?|(('s)? e-?mail( address)?|的?(电子)?(邮箱|邮件|郵箱|信箱|電子郵件)(地址)?)$/;

function findLabel(text: string): Label | null {
  const plain = text
    .toLowerCase()
    .replace(/^[\s*]+|(\s*\(\d+\))?[\s:：*()（）<＜〈"“]*$/gu, '')
    .replace(/\s+/g, ' ');
  if (plain.length > 40) return null;
  // Whose address it is says more than that it is one: "Owner email", "客户经理邮箱".
  const whose = plain.replace(OF_ADDRESS, '');
  const party = whose === plain ? null : first(labels, whose);
  return PARTIES.test(String(party)) ? party : (first(labels, plain) ?? (whose === plain ? null : 'email'));
}

/** What an attribute value (`name`, `data-…`, `aria-label`) says, or null. */
export function labelIn(value: string): Label | null {
  if (value.length > 60 || value.includes('@')) return null;
  const words = value
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^a-zA-Z]+/g, ' ')
    .toLowerCase();
  return labelOf(value) ?? first(inAttributes, words);
}

/** A label of a mail's header: who wrote it, whom it went to. */
export const isHeader = (label: Label | null): boolean => label === 'sender' || label === 'recipient';
/** Who is on a page beside the one it is about, in a header or as one of us. */
export const isBeside = (label: Label | null): boolean => label === 'recipient' || label === 'staff';

const first = (from: typeof labels, text: string): Label | null =>
  from.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** A short text of the interface that only stands beside the user's own account. */
export const saysSession = (text: string): boolean => text.length < 40 && says('session', text);
