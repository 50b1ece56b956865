import { cleanName } from '../customer/email';
import { labelOf } from './labels';
import type { Heading, Outline } from './spot';
import { type Range, within } from './structure';

/** Words that are never a person's or firm's name although they stand in headings. */
const NO_NAME =
  /^(home|dashboard|inbox|tickets?|contacts?|customers?|accounts?|leads?|mail|settings|profile|preferences|search|overview|details|sent|drafts|folders?|messages?|conversations?|login|sign in|welcome|untitled|new message|首页|客户|联系人|收件箱|邮件|设置|工单|详情|概览|登录|通讯录)$/iu;

/** What the page is about: its main heading, and the parts of its title. */
export interface Subject {
  heading: Heading | null;
  /** The heading where it is a name of somebody rather than a sentence. */
  name: string;
  /** It also stands in the document's title. */
  inTitle: boolean;
}

/** The heading that the title repeats, else the first of the highest level, outside lists and bodies. */
export function subjectOf(page: Outline, title: string, skip: readonly Range[]): Subject {
  const usable = page.headings.filter(
    (one) => !within(one.order, skip) && one.spot.zone !== 'nav' && one.level <= 4 && one.text.length <= 200,
  );
  const repeated = usable.find((one) => one.text.length >= 2 && title.includes(one.text));
  const heading = repeated ?? usable.sort((a, b) => a.level - b.level)[0] ?? null;
  const text = heading?.text ?? '';
  return { heading, name: isName(text) ? cleanName(text) : '', inTitle: repeated !== undefined };
}

/** Looks like a name: short, few words, no digits or sentence marks, no word of the interface. */
export function isName(text: string): boolean {
  const plain = text.trim();
  if (plain.length < 2 || plain.length > 60 || /[\d@:：?？!！#[\]{}/\\，。]/u.test(plain)) return false;
  if (NO_NAME.test(plain) || labelOf(plain)) return false;
  const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(plain);
  return cjk ? plain.length <= 20 : plain.split(/\s+/).length <= 6 && /^\p{Lu}/u.test(plain);
}

/** The address goes with the name: a word of the name is in its local part ("ann.lee@…" and "Ann Lee"). */
export function agrees(name: string, address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@')).replace(/[^\p{L}]/gu, '');
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.length >= 3 && local.includes(word));
}
