/**
 * Label words, in a dozen languages, that say what the address beside them is. They boost and lower;
 * a page whose language is not here is still read by its structure.
 */
export type Label = 'sender' | 'customer' | 'recipient' | 'staff' | 'company' | 'email' | 'phone' | 'other';

/** Matched against the whole label, its colon and numbers taken off. */
const WHOLE: ReadonlyArray<readonly [Label, RegExp]> = [
  [
    'sender',
    /^(from|sender|sent by|written by|von|absender|de|expéditeur|remitente|mittente|da|remetente|van|afzender|fra|från|avsändare|lähettäjä|od|nadawca|от|от кого|отправитель|gönderen|kimden|发件人|寄件者|寄件人|发信人|發件人|来自|差出人|送信者|보낸 ?사람|보낸이)$/,
  ],
  [
    'recipient',
    /^(to|cc|bcc|recipients?|sent to|an|empfänger|kopie|blindkopie|à|a|cci|destinataires?|para|destinatarios?|destinatari|aan|ontvangers?|til|till|kopia|kopi|vastaanottaja|do|dw|udw|кому|копия|alıcı|kime|bilgi|收件人|收件者|抄送|密送|副本|密件副本|宛先|받는 ?사람|참조)$/,
  ],
  [
    'customer',
    /^(requestors?|requesters?|requested by|requested for|reporter|reported by|raised by|submitted by|customers?|customer (info|details|profile)|clients?|contact|contact (info|information|details|person)|end.?user|submitter|caller|guest|lead|visitor|user|kunde|kundin|melder|anfragender|anforderer|ansprechpartner|auftraggeber|kontakt|demandeur|rapporteur|cliente|solicitante|contacto|richiedente|contatto|contato|klant|aanvrager|melder|kund|asiakas|klient|zgłaszający|клиент|заявитель|автор заявки|контакт|müşteri|talep eden|客户|客戶|联系人|聯絡人|请求人|请求者|申请人|报告人|報告人|提交人|提单人|咨询人|访客|顧客|お客様|依頼者|担当者名|고객|요청자|의뢰인)$/,
  ],
  [
    'staff',
    /^(owner|assignee|assigned( to)?|assigned user|agent|responsible|responsible person|operator|handler|created( by)?|modified( by)?|updated( by)?|account manager|account owner|contact owner|sales ?person|sales ?rep|followers?|watchers?|collaborators?|admincc|admin cc|team|queue|besitzer|bearbeiter|zuständig|zugewiesen( an)?|verantwortlich|betreuer|beobachter|responsable|assigné à|propriétaire|attribué à|asignado a|propietario|assegnato a|proprietario|responsável|eigenaar|toegewezen aan|behandelaar|właściciel|przypisany|ответственный|исполнитель|владелец|负责人|負責人|处理人|受理人|指派给?|所有者|拥有者|跟进人|经办人|创建人|创建者|客服|坐席|业务员|销售(代表|员)?|担当者?|담당자)$/,
  ],
  [
    'company',
    /^(company|organi[sz]ation|account|account name|parent( account| company)?|employer|member of|firma|unternehmen|konto|organisation|entreprise|société|compte|empresa|cuenta|azienda|società|bedrijf|компания|организация|şirket|公司|单位|企业|所属公司|上级公司|母公司|客户公司|会社|회사)$/,
  ],
  [
    'email',
    /^((primary |work |business |main )?e-?mails?( ?address(es)?)?|e-?mail-?adressen?|mail|courriel|adresse e-?mail|correo( electrónico)?|indirizzo e-?mail|эл\.? ?почта|почта|电子邮[件箱](地址)?|電子郵件|邮箱(地址)?|信箱|メール(アドレス)?|이메일)$/,
  ],
  [
    'phone',
    /^((work |business |main |direct )?(tele)?phone( ?number)?|tel|mobile( phone)?|cell|fax|telefon|mobil|handy|téléphone|portable|teléfono|móvil|telefono|cellulare|telefoon|телефон|电话(号码)?|電話|手机(号码?)?|手機|联系电话|座机|携帯|전화)$/,
  ],
  [
    'other',
    /^(other|related|similar|more|all|recent|latest)\b.*|^(contacts|colleagues|history|activit(y|ies)|timeline|relationships|subsidiaries|members|children|people|(其他|相关|全部|最近).*|同事|历史.*|活动.*|signature|reply-?to|回复地址|subject|betreff|objet|asunto|oggetto|主题|date|datum|fecha|data|日期|时间|sent|time)$/,
  ],
];

/** Matched as words inside attribute values ("message-from", "requesterEmail"). */
const WORDS: ReadonlyArray<readonly [Label, RegExp]> = [
  ['recipient', /\b(to|cc|bcc|recipients?)\b/],
  ['staff', /\b(assignees?|assigned|owner|agents?|staff|operator|admin ?cc|watchers?|modified|created)\b/],
  ['customer', /\b(requesters?|requestors?|customers?|reporter|end user|submitter)\b/],
  ['sender', /\b(from|sender)\b/],
  ['company', /\b(company|organi[sz]ation|account|parent)\b/],
  ['email', /\be-?mail( ?address)?\b/],
  ['phone', /\b(phone|tel|mobile)\b/],
];

/** What a short visible text says as a label, or null. */
export function labelOf(text: string): Label | null {
  if (text.length > 60) return null;
  const plain = text
    .toLowerCase()
    .replace(/^[\s*]+|[\s:：*()（）\d]+$/gu, '')
    .replace(/\s+/g, ' ');
  if (plain === '' || plain.length > 40) return null;
  for (const [label, pattern] of WHOLE) if (pattern.test(plain)) return label;
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
