import { labelOf } from './labels';

/** Words that are never a person's or firm's name although they stand in headings. */
const NO_NAME =
  /^(home|dashboard|inbox|tickets?|contacts?|customers?|accounts?|leads?|mail|settings|profile|preferences|search|overview|details|sent|drafts|folders?|messages?|conversations?|login|sign in|welcome|untitled|new message|首页|客户|联系人|收件箱|邮件|设置|工单|详情|概览|登录|通讯录)$/iu;

/** Looks like a name: short, few words, no digits or sentence marks, no word of the interface. */
export function isName(text: string): boolean {
  const plain = text.trim();
  if (plain.length < 2 || plain.length > 60 || /[\d@:：?？!！#[\]{}/\\，。]/u.test(plain)) return false;
  if (NO_NAME.test(plain) || labelOf(plain)) return false;
  const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(plain);
  return cjk ? plain.length <= 20 : plain.split(/\s+/).length <= 6 && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(plain);
}
