import type { Frame, Locator, Page } from '@playwright/test';
import type { Attack, Group } from './attack.ts';
import { Subject } from './mutant.ts';

/** A margin that believes whatever happens in it: always seen whole, never moved, every event a person's. */
const subject = new Subject(
  {
    sidebar: `
      const Real = IntersectionObserver;
      self.IntersectionObserver = class extends Real {
        constructor(tell) { super((all) => tell(all.map(() => ({ isVisible: true, intersectionRatio: 1 })))); }
      };
      for (const type of ['message', 'focus'])
        addEventListener(type, (event) => event.target === window && event.stopImmediatePropagation(), true);`,
    before: {
      'margin.js': `
        self.MutationObserver = class { observe() {} disconnect() {} };
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function () { return attach.call(this, { mode: 'open' }); };`,
    },
    replace: [['.isTrusted', '.type']],
  },
  {},
  async (session) => {
    await session.open('inbox', 'renewal');
    await session.margin();
  },
);

interface Trick {
  page: Page;
  margin: Frame;
}

let count = 0;

/** Whether it comes in the time in which it would have come. */
const appears = (what: Locator): Promise<boolean> =>
  what
    .first()
    .waitFor({ timeout: 1_500 })
    .then(
      () => true,
      () => false,
    );

/** Makes the page up by `css` or `script`, presses the margin's Save as its user would, and looks if it was saved. */
async function press(
  defended: boolean,
  prepare: (trick: Trick, at: { x: number; y: number }) => Promise<{ x: number; y: number } | null>,
): Promise<string | null> {
  const session = await subject.session(defended);
  const { page } = session;
  const margin = await session.margin();
  const text = `pressed unseen ${++count}`;
  await margin.locator('#note-text').fill(text);
  const save = margin.locator('form.note button[type=submit]');
  await save.scrollIntoViewIfNeeded();
  const box = await save.boundingBox();
  if (!box) throw new Error('there is nothing to press');
  await page.mouse.move(300, 300);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const there = (await prepare({ page, margin }, at)) ?? null;
  if (there) await page.mouse.click(there.x, there.y);
  const saved = await appears(margin.locator('article', { hasText: text }));
  await page.evaluate(() => {
    document.documentElement.removeAttribute('style');
    for (const cover of document.querySelectorAll('.cover')) cover.remove();
  });
  await margin.locator('#note-text').fill('');
  await margin.waitForSelector('html[data-armed]', { state: 'attached', timeout: 3_000 });
  return saved ? 'a note saved by a click its user never meant' : null;
}

/** The browser tells the frame at its leisure, later on a busy machine; a frame without a defence never minds. */
const seenTo = (margin: Frame): Promise<unknown> =>
  margin
    .waitForSelector('html:not([data-armed])', { state: 'attached', timeout: 2_000 })
    .catch(() => undefined);

/** The page's root in a style of its own, left so for a while. */
const styled =
  (css: string) =>
  async ({ page, margin }: Trick, at: { x: number; y: number }) => {
    await page.evaluate((style) => {
      document.documentElement.style.cssText = style;
    }, css);
    await seenTo(margin);
    return at;
  };

/** Something that lets clicks through, over all of the margin. */
const covered =
  (popover: boolean) =>
  async ({ page, margin }: Trick, at: { x: number; y: number }) => {
    await page.evaluate((top) => {
      const cover = Object.assign(document.createElement('div'), {
        className: 'cover',
        textContent: 'Win a prize',
      });
      cover.style.cssText =
        'position:fixed;inset:0;width:100%;height:100%;background:#fff;pointer-events:none;z-index:2147483647';
      if (top) cover.popover = 'manual';
      document.documentElement.append(cover);
      if (top) cover.showPopover();
    }, popover);
    await seenTo(margin);
    return at;
  };

/** The document, and the margin with it, pulled under the pointer just before the click. */
async function pulled({ page }: Trick, at: { x: number; y: number }): Promise<{ x: number; y: number }> {
  await page.evaluate(() => {
    document.documentElement.style.transform = 'translateX(-400px)';
  });
  await page.waitForTimeout(100);
  return { x: at.x - 400, y: at.y };
}

const CLICKS: ReadonlyArray<[name: string, Parameters<typeof press>[1]]> = [
  ['clickjacking: a see-through margin', styled('opacity:0.01')],
  ['clickjacking: a filter over the margin', styled('filter:contrast(0)')],
  ['clickjacking: the margin seen through a hole', styled('clip-path:inset(0 0 0 calc(100% - 100px))')],
  ['clickjacking: a picture laid over the margin', covered(false)],
  ['clickjacking: a popover in the top layer', covered(true)],
  ['clickjacking: the margin pulled under the pointer', pulled],
  [
    'clicks that a script makes up',
    async ({ margin }) => {
      await margin.locator('form.note button[type=submit]').evaluate((button: HTMLElement) => button.click());
      return null;
    },
  ],
];

/** The page looks for the frame, to give it the keyboard while its user types: a letter marks a contact as made. */
const keys: Attack = {
  name: 'keys pushed into the margin while one types',
  attempt: async (defended) => {
    const session = await subject.session(defended);
    const margin = await session.margin();
    await session.page.evaluate(() => {
      const inside = document.documentElement.lastElementChild?.shadowRoot?.querySelector('iframe');
      inside?.focus();
      for (let at = 0; at < window.length; at++) window[at]?.focus();
    });
    await session.page.waitForTimeout(300);
    return (await margin.evaluate(() => document.hasFocus())) ? 'the keyboard in the margin' : null;
  },
};

/** The host element's place changed by the page's own script, again and again. */
const moved: Attack = {
  name: 'the frame restyled by the page’s script',
  attempt: async (defended) => {
    const session = await subject.session(defended);
    await session.margin();
    const outcome = await session.page.evaluate(async () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      host.style.setProperty('opacity', '0.01', 'important');
      host.style.setProperty('right', '400px', 'important');
      await new Promise((done) => setTimeout(done, 100));
      const { opacity, right } = getComputedStyle(host);
      return `${opacity} ${right}`;
    });
    return outcome === '1 0px' ? null : `a frame at ${outcome}`;
  },
};

export const clicks: Group = {
  name: 'Clicks and keys that their user never meant for the margin',
  short: false,
  attacks: [
    ...CLICKS.map(([name, prepare]) => ({ name, attempt: (defended: boolean) => press(defended, prepare) })),
    keys,
    moved,
  ],
  close: subject.close,
};
