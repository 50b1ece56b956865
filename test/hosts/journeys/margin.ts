import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { openRail, sidebarFrame } from '../../tools/browser';
import type { textsOf } from '../../tools/texts';

/** The margin beside a host's page, by what a person sees and presses. The only place that knows its markup. */
export class Margin {
  constructor(
    private readonly page: Page,
    private readonly text: ReturnType<typeof textsOf>,
  ) {}

  /** A load replaces the frame, so it is found anew for every look. */
  private frame(): Promise<Frame> {
    return sidebarFrame(this.page);
  }

  private async at(find: (frame: Frame) => Locator): Promise<Locator> {
    return find(await this.frame());
  }

  /** The name on top. */
  async shows(name: string | RegExp): Promise<void> {
    await expect(async () => {
      const title = await this.at((frame) => frame.locator('h1').first());
      await expect(title).toHaveText(name, { timeout: 500 });
    }).toPass({ timeout: 15_000 });
  }

  /** A list is open, and nobody in particular. */
  isList(): Promise<void> {
    return this.shows(this.text('listTitle'));
  }

  /** A text stands somewhere in the margin. */
  async says(text: string | RegExp): Promise<void> {
    await expect(async () => {
      const body = await this.at((frame) => frame.locator('body'));
      await expect(body).toContainText(text, { timeout: 500 });
    }).toPass({ timeout: 15_000 });
  }

  /** All that stands in the margin now; '' where there is none. */
  async shown(): Promise<string> {
    const frame = this.page.frames().find((one) => one.url().includes('/sidebar.html'));
    return (await frame?.locator('body').textContent({ timeout: 2_000 })) ?? '';
  }

  /** This text goes away, where it stands there still, and stays away; also where there is no margin at all. */
  async neverSays(text: string): Promise<void> {
    await expect.poll(() => this.shown(), { timeout: 10_000 }).not.toContain(text);
    for (let i = 0; i < 4; i++) {
      await this.page.waitForTimeout(250);
      expect(await this.shown()).not.toContain(text);
    }
  }

  async tierAndRisk(tier: string, risk: string): Promise<void> {
    await this.says(this.text(`tier_${tier.replace('-', '_')}`));
    await this.says(this.text(`risk_${risk}`));
  }

  /** Opens it where it is only a rail. */
  async open(): Promise<void> {
    await openRail(await this.frame());
  }

  /** The names offered by the switcher. */
  async others(): Promise<string[]> {
    const button = await this.at((frame) => frame.locator('.bar-switch'));
    await button.click();
    const items = await this.at((frame) => frame.getByRole('menuitemradio').or(frame.getByRole('menuitem')));
    await items.first().waitFor();
    const names = await items.allInnerTexts();
    await this.page.keyboard.press('Escape');
    return names;
  }

  async switchTo(name: string): Promise<void> {
    await (await this.at((frame) => frame.locator('.bar-switch'))).click();
    const items = await this.at((frame) => frame.getByRole('menuitemradio').or(frame.getByRole('menuitem')));
    await items.filter({ hasText: name }).first().click();
  }

  /** The one on the page is no customer yet: the margin is a rail there, and opened, it says so. */
  async isUnknown(name: string | RegExp): Promise<void> {
    await expect(async () => {
      await this.open();
      const title = await this.at((frame) => frame.locator('h1').first());
      await expect(title).toHaveText(name, { timeout: 1_000 });
      // A load of the mail's own frame makes a new margin, which is a rail again: opened and read in one go.
      const body = await this.at((frame) => frame.locator('body'));
      await expect(body).toContainText(this.text('unknownTitle'), { timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
  }

  /** Adds the unknown person; under this name where one is given, otherwise as the page shows them. */
  async add(name?: string): Promise<void> {
    const field = await this.at((frame) => frame.getByLabel(this.text('field_name'), { exact: true }));
    if (name) await field.fill(name);
    const button = await this.at((frame) => frame.getByRole('button', { name: this.text('addCustomer') }));
    await button.click();
    await (await this.at((frame) => frame.locator('#note-text'))).waitFor();
  }

  /** A note, written and saved by keys alone. */
  async note(text: string): Promise<void> {
    const field = await this.at((frame) => frame.locator('#note-text'));
    await field.fill(text);
    await field.press('Control+Enter');
    await expect(field).toHaveValue('');
    await this.says(text);
  }

  /** What stands under "next contact". */
  async next(): Promise<string> {
    const row = await this.at((frame) => frame.getByRole('region', { name: this.text('nextContact') }));
    return (await row.textContent()) ?? '';
  }

  async snooze(choice: 'tomorrow' | 'nextWeek' | 'nextMonth'): Promise<void> {
    const before = await this.next();
    await (await this.at((frame) => frame.locator('#snooze'))).click();
    await (await this.at((frame) => frame.getByText(this.text(`snooze_${choice}`)))).click();
    await expect(await this.at((frame) => frame.getByText(this.text('snooze_nextMonth')))).toBeHidden();
    await expect.poll(() => this.next()).not.toBe(before);
  }
}
