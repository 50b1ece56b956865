import { domainToASCII } from 'node:url';
import type { Box } from './people';

/** A mail as its writer would describe it; {@link toEml} makes the RFC 5322 text. */
export interface Mail {
  id: string;
  /** ISO instant with zone, kept years back so that no host shows "today". */
  at: string;
  from: Box;
  to: Box[];
  cc?: Box[];
  replyTo?: Box;
  subject: string;
  text: string;
  html?: string;
  /** Forwarded as an attachment (message/rfc822). */
  attached?: Mail;
  /** The mail that this one answers. */
  answers?: string;
  folder?: 'INBOX' | 'Sent';
}

const ascii = /^[\x20-\x7e]*$/;

/** RFC 2047 words of at most 75 characters, cut between code points. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let chunk = '';
  for (const char of text) {
    if (Buffer.byteLength(chunk + char) > 42) {
      words.push(chunk);
      chunk = '';
    }
    chunk += char;
  }
  if (chunk) words.push(chunk);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

const phrase = (text: string): string =>
  ascii.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : encodedWords(text);

/** The address with an internationalised domain in its ASCII form, as mail carries it. */
export function wireAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
}

const mailbox = (box: Box): string =>
  box.name ? `${phrase(box.name)} <${wireAddress(box.address)}>` : wireAddress(box.address);
const mailboxes = (boxes: Box[]): string => boxes.map(mailbox).join(',\r\n ');
const base64 = (text: string): string =>
  Buffer.from(text.replace(/\r?\n/g, '\r\n'))
    .toString('base64')
    .replace(/.{1,76}/g, '$&\r\n');

const leaf = (type: string, text: string): string =>
  `Content-Type: ${type}; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text)}`;

function multipart(kind: string, id: string, parts: string[]): string {
  const boundary = `=_${kind}_${id}`;
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${body}--${boundary}--\r\n`;
}

function content(mail: Mail): string {
  const plain = leaf('text/plain', mail.text);
  const body = mail.html ? multipart('alternative', mail.id, [plain, leaf('text/html', mail.html)]) : plain;
  if (!mail.attached) return body;
  return multipart('mixed', mail.id, [body, `Content-Type: message/rfc822\r\n\r\n${toEml(mail.attached)}`]);
}

const messageId = (id: string): string => `<${id}@seed.lanting.example>`;

/** The whole message, CRLF lines, pure ASCII. Same mail in, same bytes out. */
export function toEml(mail: Mail): string {
  const head: Array<[string, string | undefined]> = [
    ['Return-Path', `<${wireAddress(mail.from.address)}>`],
    ['Message-ID', messageId(mail.id)],
    ['Date', new Date(mail.at).toUTCString().replace('GMT', '+0000')],
    ['From', mailbox(mail.from)],
    ['Reply-To', mail.replyTo && mailbox(mail.replyTo)],
    ['To', mailboxes(mail.to)],
    ['Cc', mail.cc && mailboxes(mail.cc)],
    ['Subject', ascii.test(mail.subject) ? mail.subject : encodedWords(mail.subject)],
    ['In-Reply-To', mail.answers && messageId(mail.answers)],
    ['MIME-Version', '1.0'],
  ];
  const lines = head.filter(([, value]) => value).map(([key, value]) => `${key}: ${value}\r\n`);
  return lines.join('') + content(mail);
}
