/**
 * Label words, in a dozen languages, that say what the address beside them is. They boost and lower;
 * a page whose language is not here is still read by its structure.
 */
export type Label =
  | 'sender'
  | 'customer'
  | 'recipient'
  | 'staff'
  | 'company'
  | 'email'
  | 'phone'
  | 'name'
  | 'other';

/** Whole words, then stems of words that go on ("absend" of Absender, Absenderin); a colon is taken off before. */
const WHOLE: ReadonlyArray<readonly [Label, string, string]> = [
  [
    'sender',
    'from|sent by|written by|von|de|da|van|fra|från|od|от|от кого|kimden|差出人|来自',
    'sender|absend|expédit|remit|remet|mittent|afzend|avsänd|lähett|nadaw|отправ|gönder|[发發]件人|寄件|发信人|送信者|보낸',
  ],
  [
    'recipient',
    'to|cc|bcc|sent to|an|à|a|cci|para|aan|till?|kopi[ae]?|do|d?u?dw|кому|копия|alıcı|kime|bilgi|副本|密[送件].*|宛先|참조',
    'recipient|empfäng|blindk|destinata|ontvang|vastaanot|收件|抄送|받는',
  ],
  [
    'staff',
    'owner|agent|operator|handler|(account|contact) (manager|owner)|sales ?(person|rep)|admin ?cc|team|queue|betreuer|propie?tario|propriétaire|客服|坐席|担当者?|담당자|销售.{0,2}',
    'assign|assegn|responsa|responsib|created|modified|updated|follower|watcher|collabor|besitzer|bearbeit|zuständ|zugewies|verantw|beobacht|attribué|asignad|proprietari|eigena|toegewez|behandel|właścic|przypis|ответств|исполнит|владел|[负負][责責]人|处理人|受理人|指派|所有者|拥有者|跟进人|经办人|创建|业务员',
  ],
  [
    'company',
    'accounts?( name)?|parent.*|employer|member of|konto|compte|cuenta|société|società|单位|企业',
    'compan|organi[sz]|firma|unternehm|entrepr|empresa|azienda|bedrijf|компани|организ|şirket|(所属|上级|母|客户)?公司|会社|회사',
  ],
  [
    'email',
    '(primary |work |business |main )?e-?mails?( address.*)?|mail|adresse e-?mail|indirizzo e-?mail|эл\\.? ?почта|почта',
    'e-?mail-?adress|courriel|correo|电子邮|電子郵件|邮箱|信箱|メール|이메일',
  ],
  [
    'name',
    '((full|display|party|customer|contact|first|last) ?)?name|nom|nombre|nome|naam|na[mv]n|imię|имя|название',
    '姓名|名[称稱字]|客户名|客户姓名|联系人姓名|氏名|名前|이름',
  ],
  [
    'phone',
    '((work |business |main |direct )?(tele)?phone|mobile)( ?(number|phone))?|tel|cell|fax|mobil|handy|portable|móvil',
    'telefo|téléph|teléf|cellul|телефон|电话|電話|手[机機]|联系电话|座机|携帯|전화',
  ],
  [
    'customer',
    'contact( (info|details|person).*)?|customers?( (info|details|profile).*)?|clients?|raised by|reporter|end.?user|caller|guest|lead|visitor|user|melder|clientes?|klant|kund|автор заявки|担当者名|contacto|contatt?o|kontakt',
    'request(or|er|ed )|reported |submitted |submitte|kunde|kundin|anfrag|anford|ansprech|auftragg|demandeur|rapporteur|solicit|richied|aanvrag|asiakas|klient|zgłasz|клиент|заявит|контакт|müşteri|talep |客[户戶]|联系人|聯絡人|请求|申请人|报告人|報告人|提交人|提单人|咨询人|访客|顧客|お客様|依頼者|고객|요청|의뢰',
  ],
  [
    'other',
    '(other|related|similar|recent|latest)\\b.{0,20}|new (watchers|people|members|contacts?)|contacts|colleagues|history|activit(y|ies)|timeline|relationships|subsidiaries|members|children|people|(其他|相关|全部|最近).*|signature|reply-?to|subject|objet|asunto|oggetto|date|fecha|data|sent|time',
    '同事|历史|活动|回复地址|betreff|主题|datum|日期|时间',
  ],
];

const PATTERNS = WHOLE.map(
  ([label, words, stems]) => [label, new RegExp(`^(${words}|(${stems})\\S{0,7}( \\S{1,6})?)$`)] as const,
);

/** Matched as words inside attribute values ("message-from", "requesterEmail"). */
const WORDS: ReadonlyArray<readonly [Label, RegExp]> = [
  ['recipient', /\b(to|b?cc|recipients?)\b/],
  ['staff', /\b(assign|owner|agents?\b|staff|operator|admin ?cc|watcher|modified|created)/],
  ['customer', /\b(request[eo]r|customer|reporter|end user|submitter)/],
  ['sender', /\b(from|sender)\b/],
  ['company', /\b(company|organi[sz]ation|account|parent)\b/],
  ['email', /\be-?mail\b/],
  ['phone', /\b(phone|tel|mobile)\b/],
];

/** What a short visible text says as a label, or null. */
export function labelOf(text: string): Label | null {
  if (text.length > 60) return null;
  const plain = text
    .toLowerCase()
    .replace(/^[\s*]+|[\s:：*()（）]+$/gu, '')
    .replace(/\s+/g, ' ');
  if (plain === '' || plain.length > 40) return null;
  for (const [label, pattern] of PATTERNS) if (pattern.test(plain)) return label;
  return null;
}

/** What an attribute value (`name`, `data-…`, `aria-label`) says, or null. */
export function labelIn(value: string): Label | null {
  if (value.length > 60 || value.includes('@')) return null;
  const whole = labelOf(value);
  if (whole) return whole;
  const words = value
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^a-zA-Z]+/g, ' ')
    .toLowerCase();
  for (const [label, pattern] of WORDS) if (pattern.test(words)) return label;
  return null;
}
