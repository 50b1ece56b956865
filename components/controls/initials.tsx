import { Icon } from './icons';

/** One or two letters of a name: 李 of 李雷, AM of Anna Maria Meier → A M; '' where it has no letter. */
export function initialsOf(name: string): string {
  const words = name.slice(0, 200).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const first = words[0] ?? '';
  const start = [...first][0] ?? '';
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(start)) return start;
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (start + last).toUpperCase();
}

/** The mark of a customer where others show a picture; no picture is ever fetched. */
export function Initials({ name, company = false }: { name: string; company?: boolean }) {
  const letters = initialsOf(name);
  return (
    <span class={company ? 'initials initials-company' : 'initials'} aria-hidden="true">
      {letters === '' ? <Icon name={company ? 'building' : 'person'} /> : letters}
    </span>
  );
}
