import { el } from './el.ts';
import { type Mailbox, type MailLine, ME, type OpenMail } from './mail.ts';
import { messageView } from './message-view.ts';
import { words } from './words.ts';

type Folder = 'inbox' | 'sent';

/** The part of the path before `/mail/`: the mailbox works under any prefix. */
const base = location.pathname.replace(/\/mail\/.*$/, '');
const pane = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
};
const get = async <T>(path: string): Promise<T> => (await fetch(`${base}/api/${path}`)).json();

let folder: Folder = 'inbox';
let lines: MailLine[] = [];
/** The newest wish wins: an answer that comes late is dropped. */
let wish = 0;

function where(): { folder: Folder; id: string | null } {
  const [, name, id] = /\/mail\/(inbox|sent)(?:\/([\w-]+))?/.exec(location.pathname) ?? [];
  return { folder: name === 'sent' ? 'sent' : 'inbox', id: id ?? null };
}

function go(path: string): void {
  history.pushState(null, '', `${base}/mail/${path}`);
  void show();
}

/** A plain click stays in the page; a click for a new tab goes the browser's way. */
const inPage = (path: string) => ({
  href: `${base}/mail/${path}`,
  onclick: (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    go(path);
  },
});

const when = (at: number): string => {
  const today = new Date(at).toDateString() === new Date().toDateString();
  const style: Intl.DateTimeFormatOptions = today
    ? { hour: '2-digit', minute: '2-digit' }
    : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(navigator.language, style).format(at);
};

const party = ({ from, to }: MailLine): Mailbox => (folder === 'sent' ? (to[0] ?? from) : from);

function row(line: MailLine, openId: string | null): HTMLElement {
  const who = party(line);
  const item = el('a', { className: line.unread ? 'row unread' : 'row', ...inPage(`${folder}/${line.id}`) }, [
    el('span', { className: 'who', title: who.address }, [who.name]),
    el('time', { className: 'when', dateTime: new Date(line.at).toISOString() }, [when(line.at)]),
    el('span', { className: 'subject' }, [line.subject]),
    el('span', { className: 'snippet' }, [line.snippet]),
  ]);
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', String(line.id === openId));
  return item;
}

function drawFolders(): void {
  const link = (name: Folder) => {
    const node = el('a', { className: 'folder', ...inPage(name) }, [words[name]]);
    if (name === folder) node.setAttribute('aria-current', 'page');
    const unread = name === 'inbox' && folder === 'inbox' ? lines.filter((one) => one.unread).length : 0;
    if (unread > 0) node.append(el('span', { className: 'count' }, [String(unread)]));
    return node;
  };
  const rest = [words.drafts, words.archive].map((name) => el('span', { className: 'folder' }, [name]));
  const compose = el('button', { className: 'compose', type: 'button' }, [words.compose]);
  pane('.folders').replaceChildren(compose, link('inbox'), link('sent'), ...rest);
}

function drawList(openId: string | null): void {
  const box = el(
    'div',
    { className: 'rows' },
    lines.map((line) => row(line, openId)),
  );
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-label', words.messages);
  pane('.list').replaceChildren(el('h2', { className: 'list-title' }, [words[folder]]), box);
}

async function show(): Promise<void> {
  const mine = ++wish;
  const to = where();
  if (to.folder !== folder || lines.length === 0) {
    const loaded = await get<MailLine[]>(to.folder);
    if (mine !== wish) return;
    folder = to.folder;
    lines = loaded;
  }
  drawFolders();
  drawList(to.id);
  document.body.classList.toggle('opened', to.id !== null);
  if (!to.id) {
    pane('.reading').replaceChildren(el('p', { className: 'nothing' }, [words.nothing]));
    document.title = `${words[folder]} - ${ME.address} - Postroom`;
    return;
  }
  const mail = await get<OpenMail>(`mail/${to.id}`);
  if (mine !== wish) return;
  pane('.reading').replaceChildren(messageView(mail));
  pane('.reading').scrollTop = 0;
  document.title = `${mail.subject} - ${ME.address} - Postroom`;
}

document.documentElement.lang = navigator.language;
pane('.search').setAttribute('placeholder', words.search);
pane('.search').setAttribute('aria-label', words.search);
pane('.folders').setAttribute('aria-label', words.folders);
pane('.reading').setAttribute('aria-label', words.message);
pane('.account').textContent = 'AL';
pane('.account').setAttribute('aria-label', `${words.account}: ${ME.name} (${ME.address})`);
pane('.brand').addEventListener('click', (event) => {
  event.preventDefault();
  go('inbox');
});
addEventListener('popstate', () => void show());
void show();
