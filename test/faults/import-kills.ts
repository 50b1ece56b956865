import type { Page } from '@playwright/test';
import { sampleData } from '../../utils/store/sample-data.ts';
import { type Launched, launchWithExtension } from '../tools/browser.ts';
import { textsOf } from '../tools/texts.ts';
import { type Fault, type Outcome, pause, type Scale } from './fault.ts';
import type { Stock } from './inside/stock.ts';
import { extensionWithInside, INSIDE, inProfile, killAll } from './stage.ts';

const ROWS = 40_000;
const CUSTOMERS = 900;
const REFUSED = 7;
/** Kills of one import at most: at random moments from the press of its button, and from each new start of the browser. */
const KILLS = 8;
/** So many are to find an import in the middle of its rows: files are imported until they did, and no more files than that. */
const MIDST = 20;
const SPREAD_MS = 1_500;
const SAMPLE_SPREAD_MS = 500;
const PATIENCE_MS = 60_000;
const text = textsOf('en');

export const importKills: Fault = {
  name: 'import-kills',
  says: 'the browser killed while it imports a file, and while it loads the sample',
  run: async ({ short, random }) => {
    const whole: Outcome = { tries: 0, losses: [], uncaught: [], of: '' };
    const samples = short ? 1 : 8;
    let [files, resumed] = [0, 0];
    do
      await inProfile(async (profileDir) => {
        const trial = newTrial(profileDir);
        resumed += await fileKilled(trial, random);
        told(whole, trial, `file ${++files}`);
      });
    while (!short && resumed < MIDST && files < MIDST);
    for (let at = 0; at < samples; at++)
      await inProfile(async (profileDir) => {
        const trial = newTrial(profileDir);
        await sampleKilled(trial, random);
        told(whole, trial, `sample ${at + 1}`);
      });
    whole.of = `${files} files of ${ROWS} rows, gone on with ${resumed} times; ${samples} samples`;
    return whole;
  },
};

/** One profile over all the browsers that are killed in it. */
interface Trial {
  profileDir: string;
  /** No browser ran in it yet. */
  isNew: boolean;
  kills: number;
  losses: string[];
  uncaught: string[];
}

const newTrial = (profileDir: string): Trial => {
  return { profileDir, isNew: true, kills: 0, losses: [], uncaught: [] };
};

function told(whole: Outcome, { kills, losses, uncaught }: Trial, where: string): void {
  whole.tries += kills;
  whole.losses.push(...losses.map((what) => `${where}: ${what}`));
  whole.uncaught.push(...uncaught);
}

async function start(trial: Trial, path: string): Promise<[Launched, Page]> {
  const { profileDir, uncaught } = trial;
  const launched = await launchWithExtension({
    extensionDir: await extensionWithInside(),
    headless: true,
    grant: [],
    profileDir,
  });
  launched.context.on('weberror', (error) => uncaught.push(error.error().message));
  const page = await launched.context.newPage();
  if (trial.isNew) await welcomed(launched);
  trial.isNew = false;
  await page.goto(launched.url(path));
  await page.addScriptTag({ url: launched.url(INSIDE) });
  return [launched, page];
}

/** The first start shows its welcome, in whatever page of the kind is open: that is over before anything is tried. */
async function welcomed({ context }: Launched): Promise<void> {
  const isOpen = () => context.pages().some((page) => page.url().endsWith('#/welcome'));
  for (const until = Date.now() + 20_000; !isOpen(); await pause(50))
    if (Date.now() > until) throw new Error('the welcome did not open');
}

async function kill(trial: Trial, launched: Launched, afterMs: number): Promise<void> {
  await pause(afterMs);
  await killAll(launched);
  trial.kills++;
}

const salesFile = () => {
  const lines = ['customer,date,amount,product,order'];
  for (let at = 0; at < ROWS; at++) {
    const day = String((at % 28) + 1).padStart(2, '0');
    lines.push(
      `C-${at % CUSTOMERS},2025-${String((at % 12) + 1).padStart(2, '0')}-${day},${at}.25,P${at % 7},S-${at}`,
    );
  }
  for (let at = 0; at < REFUSED; at++) lines.push(`C-1,2025-02-30,1,P1,X-${at}`);
  return { name: 'sales.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
};
const WANTED: Stock = {
  customers: CUSTOMERS,
  contacts: 0,
  entries: ROWS,
  entryIds: ROWS,
  imports: ['done'],
  minor: (ROWS * (ROWS - 1) * 100) / 2 + ROWS * 25,
  summed: ROWS,
  rejected: REFUSED,
  changes: 1,
  left: 0,
};

/** Resolves to how often it went on by itself. */
async function fileKilled(trial: Trial, random: Scale['random']): Promise<number> {
  let [said, resumed] = [false, 0];
  for (let at = 0; ; at++) {
    // The last time no view of imports is opened: it goes on all the same.
    const [launched, page] = await start(trial, at < KILLS ? 'dashboard.html#/import' : 'dashboard.html');
    const [state] = (await stockOf(page)).imports;
    if (said && !state) trial.losses.push('an import that had begun is gone');
    if (state === 'running') resumed++;
    if (!state) said = await begin(page, random() < 0.7);
    if (state === 'done' || at >= KILLS) {
      await judged(trial, page);
      await launched.close();
      return resumed;
    }
    await kill(trial, launched, random() * SPREAD_MS);
  }
}

const stockOf = (page: Page): Promise<Stock> => page.evaluate(() => faults.stock());

/** Chooses the file and presses the button; true where `heard`: the page has said that it is under way. */
async function begin(page: Page, heard: boolean): Promise<boolean> {
  await page.setInputFiles('input[type=file]', salesFile());
  await page.locator('.import-counts').waitFor({ timeout: PATIENCE_MS });
  await page.getByRole('button', { name: text('import_start'), exact: true }).click({ timeout: PATIENCE_MS });
  const underWay = page.locator('.import-running .button:enabled').or(page.locator('dl.facts'));
  if (heard) await underWay.first().waitFor({ timeout: PATIENCE_MS });
  return heard;
}

/** Waits until it is done, with nobody doing anything, and counts. */
async function judged({ losses }: Trial, page: Page): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  let found = await stockOf(page);
  for (; found.imports[0] !== 'done' && Date.now() < until; await pause(300)) found = await stockOf(page);
  for (const [name, wanted] of Object.entries(WANTED)) {
    const is = found[name as keyof Stock];
    if (String(is) !== String(wanted)) losses.push(`${name}: ${is} and not ${wanted}`);
  }
}

/** The sample is there whole or not at all, and can be loaded then. */
async function sampleKilled(trial: Trial, random: Scale['random']): Promise<void> {
  const [first, page] = await start(trial, 'dashboard.html#/settings');
  await page.getByRole('button', { name: text('settings_sampleLoad') }).click({ noWaitAfter: true });
  await kill(trial, first, random() * SAMPLE_SPREAD_MS);
  const [again, settings] = await start(trial, 'dashboard.html#/settings');
  const left = (await stockOf(settings)).customers;
  const load = settings.getByRole('button', { name: text('settings_sampleLoad') });
  if (left === 0) await load.click();
  await settings
    .getByRole('button', { name: text('settings_sampleRemove') })
    .and(settings.locator(':enabled'))
    .waitFor();
  const { customers, contacts, changes, left: waiting } = await stockOf(settings);
  const wanted = sampleData(Date.now(), 'UTC');
  const is = [left === 0 || left === customers, customers, contacts, changes, waiting];
  const whole = [true, wanted.customers?.length, wanted.contacts?.length, 1, 0];
  if (String(is) !== String(whole))
    trial.losses.push(`${left} customers after the kill, then ${is} and not ${whole}`);
  await again.close();
}
