import { el } from './el.ts';
import { type Mailbox, ME, type OpenMail, type Part } from './mail.ts';
import { words } from './words.ts';

const HUES = [12, 42, 95, 160, 200, 230, 275, 330];

function avatar({ name, address }: Mailbox): HTMLElement {
  const sum = [...address].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const node = el('span', { className: 'avatar', ariaHidden: 'true' }, [[...name][0] ?? '?']);
  node.style.setProperty('--hue', String(HUES[sum % HUES.length]));
  return node;
}

const person = ({ name, address }: Mailbox): HTMLElement =>
  el('span', { className: 'person', title: address }, [address === ME.address ? words.me : name]);

function people(label: string, all: Mailbox[]): HTMLElement {
  const names = all.flatMap((one, index) => (index > 0 ? [', ', person(one)] : [person(one)]));
  return el('div', { className: 'recipients' }, [
    el('span', { className: 'label' }, [`${label} `]),
    ...names,
  ]);
}

const paragraphs = (text: string): HTMLElement[] =>
  text.split('\n\n').map((block) =>
    el(
      'p',
      {},
      block.split('\n').flatMap((row, index) => (index > 0 ? [el('br', {}), row] : [row])),
    ),
  );

function partView(part: Part): HTMLElement {
  switch (part.kind) {
    case 'text':
      return el('div', { className: 'text' }, paragraphs(part.text));
    case 'signature':
      return el('div', { className: 'signature' }, paragraphs(part.text));
    case 'quote':
      return el('div', { className: 'quoted' }, [
        el('div', { className: 'intro' }, [part.intro]),
        el('blockquote', {}, paragraphs(part.text)),
      ]);
    case 'forwarded': {
      const from = `${part.from.name} <${part.from.address}>`;
      const head = [
        `---------- ${words.forwarded} ----------`,
        `${words.from}: ${from}`,
        `${words.to}: ${part.to}`,
        `${words.subject}: ${part.subject}`,
      ];
      return el('div', { className: 'forwarded' }, [
        ...head.map((row) => el('div', { className: 'forwarded-line' }, [row])),
        ...paragraphs(part.text),
      ]);
    }
    case 'links':
      return el('div', { className: 'links' }, [
        el('h3', {}, [part.title]),
        el(
          'ul',
          {},
          part.rows.map((row) =>
            el('li', {}, [`${row.label}: `, el('a', { href: `mailto:${row.address}` }, [row.address])]),
          ),
        ),
      ]);
  }
}

const fullDate = (at: number): string =>
  new Intl.DateTimeFormat(navigator.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** The reading pane's content for one mail. */
export function messageView(mail: OpenMail): HTMLElement {
  const tools = [words.reply, words.replyAll, words.forward, words.archive].map((label) =>
    el('button', { type: 'button' }, [label]),
  );
  const sender = el('div', { className: 'sender' }, [
    avatar(mail.from),
    el('div', { className: 'sender-text' }, [
      el('div', {}, [
        el('span', { className: 'sender-name' }, [mail.from.name]),
        ' ',
        el('span', { className: 'sender-address' }, [`<${mail.from.address}>`]),
      ]),
      people(words.to, mail.to),
      ...(mail.cc.length > 0 ? [people(words.cc, mail.cc)] : []),
    ]),
    el('time', { className: 'date', dateTime: new Date(mail.at).toISOString() }, [fullDate(mail.at)]),
  ]);
  return el('article', { className: 'mail' }, [
    el('header', { className: 'mail-head' }, [
      el('div', { className: 'tools' }, tools),
      el('h1', {}, [mail.subject]),
      sender,
    ]),
    el('div', { className: 'mail-body' }, mail.parts.map(partView)),
  ]);
}
