import type { Frame, Page } from '@playwright/test';
import { killWorker } from '../tools/browser.ts';
import type { Session } from '../tools/session.ts';
import { stockedSession } from './stocked.ts';
import { atMost, quantile, type Row, shuffled, told } from './table.ts';

const WARM = 60;
const COLD = 25;
const REST_MS = 250;
/** Mails, and whose name must stand in the margin when they are open. */
const SENDERS = {
  renewal: 'Brightwater Foods',
  'delivery-q4': '恒信物流有限公司',
  'tea-box': '云岭茶业',
  'second-season': 'Atelier Dubois',
  'samples-joint': 'Saffron Lane',
  'coffee-cups': '海燕咖啡',
} as const;

/** A mail, its sender, and their value to date as the margin writes it. */
interface Mail {
  id: string;
  name: string;
  value: string;
}

interface Stamped {
  stamped?: number;
}

/** Stamps the moment at which the mail's header stands in the page. */
function watchMail(page: Page, subjectOf: string): Promise<void> {
  return page.evaluate((id) => {
    const target = window as Window & Stamped;
    delete target.stamped;
    const reading = document.querySelector('.reading') ?? document.body;
    const before = reading.firstElementChild;
    const observer = new MutationObserver(() => {
      if (reading.firstElementChild === before || !location.pathname.endsWith(id)) return;
      target.stamped = performance.timeOrigin + performance.now();
      observer.disconnect();
    });
    observer.observe(reading, { childList: true });
  }, subjectOf);
}

/** Stamps the first frame that is drawn with the name and the value in it. */
function watchMargin(margin: Frame, mail: Mail): Promise<void> {
  return margin.evaluate(({ name, value }) => {
    const target = window as Window & Stamped;
    delete target.stamped;
    // Not named: tsx wraps what is named in a helper that the page does not have.
    const observer = new MutationObserver(() => {
      if (document.querySelector('h1')?.textContent !== name) return;
      if (document.querySelector('.figure-value')?.textContent !== value) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        target.stamped = performance.timeOrigin + performance.now();
      });
    });
    observer.observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  }, mail);
}

const stampIn = async (where: Page | Frame): Promise<number> => {
  const found = await where.waitForFunction(() => (window as Window & Stamped).stamped, null, {
    timeout: 10_000,
  });
  return (await found.jsonValue()) ?? Number.NaN;
};

async function opened(page: Page, margin: Frame, mail: Mail): Promise<number> {
  await watchMail(page, mail.id);
  await watchMargin(margin, mail);
  await page.evaluate((id) => document.querySelector<HTMLElement>(`.row[href$="/${id}"]`)?.click(), mail.id);
  const from = await stampIn(page);
  const to = await stampIn(margin).catch(async (cause: unknown) => {
    const shown = await margin.locator('body').innerText();
    throw new Error(`${mail.id} was opened, and the margin shows: ${shown.slice(0, 300)}`, { cause });
  });
  await page.waitForTimeout(REST_MS);
  return to - from;
}

/** Opens each mail once, at leisure: what its sender is worth comes from their ledger, at rates that follow the year. */
async function known(session: Session, margin: Frame): Promise<Mail[]> {
  const all: Mail[] = [];
  for (const [id, name] of Object.entries(SENDERS)) {
    await session.choose(id);
    await margin.locator('h1', { hasText: name }).waitFor();
    await session.page.waitForTimeout(REST_MS);
    all.push({ id, name, value: (await margin.locator('.figure-value').first().textContent()) ?? '' });
  }
  if (new Set(all.map(({ value }) => value)).size < all.length) throw new Error('two senders of one value');
  return all;
}

function* mails(all: readonly Mail[], count: number): Generator<Mail> {
  let last: string | null = null;
  for (let made = 0; made < count; ) {
    for (const mail of shuffled(all)) {
      if (mail.id === last || made >= count) continue;
      last = mail.id;
      made++;
      yield mail;
    }
  }
}

const spread = (values: number[]): string => `p50 ${quantile(values, 0.5).toFixed(0)} ms`;

/**
 * Mail opened → name and value drawn, over 100 000 customers, as a user who goes from mail to mail has it: from the
 * moment at which the mail's content is put into the page (what the mailbox takes to fetch it is not ours) to the
 * first frame of the margin that holds the customer's name and value to date. Everything between is ours and counts:
 * waiting for the page to settle, reading it, messages, look-ups, drawing. Cold: the worker has been stopped before
 * the click; its start, which the click brings about, counts as far as it lasts beyond the coming of the content.
 * Wall-clock time: on a busy machine it shows the machine.
 */
export async function* insight(): AsyncGenerator<Row> {
  const { session } = await stockedSession();
  await session.page.bringToFront();
  await session.open('inbox', 'renewal');
  const margin = await session.margin();
  await margin.locator('.figure-value').first().waitFor();
  const all = await known(session, margin);
  const warm: number[] = [];
  for (const mail of mails(all, WARM + 5)) warm.push(await opened(session.page, margin, mail));
  const steady = warm.slice(5);
  yield told('mail opened → name and value, warm', spread(steady));
  yield atMost('the same, p95', quantile(steady, 0.95), 50, 'ms', 0);
  const cold: number[] = [];
  for (const mail of mails(all, COLD)) {
    await killWorker(session.browser.context);
    cold.push(await opened(session.page, margin, mail));
  }
  yield told('mail opened → name and value, cold worker', spread(cold));
  yield atMost('the same, p95', quantile(cold, 0.95), 250, 'ms', 0);
}
