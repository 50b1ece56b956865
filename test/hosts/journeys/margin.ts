import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { sidebarFrame } from '../../tools/browser';
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

  /** A text stands somewhere in the margin. */
  async says(text: string | RegExp): Promise<void> {
    await expect(async () => {
      const body = await this.at((frame) => frame.locator('body'));
      await expect(body).toContainText(text, { timeout: 500 });
    }).toPass({ timeout: 15_000 });
  }

  /** Where there is a margin at all, this text is not in it, now and for a second more. */
  async neverSays(text: string): Promise<void> {
    for (let i = 0; i < 5; i++) {
      const frame = this.page.frames().find((one) => one.url().includes('/sidebar.html'));
      const shown = (await frame?.locator('body').textContent({ timeout: 2_000 })) ?? '';
      expect(shown).not.toContain(text);
      await this.page.waitForTimeout(200);
    }
  }

  async tierAndRisk(tier: string, risk: string): Promise<void> {
    await this.says(this.text(`tier_${tier.replace('-', '_')}`));
    await this.says(this.text(`risk_${risk}`));
  }

  /** Opens it where it is only a rail. */
  async open(): Promise<void> {
    const rail = await this.at((frame) => frame.locator('.rail'));
    const card = await this.at((frame) => frame.locator('.bar'));
    await rail.or(card).first().waitFor();
    if (await rail.isVisible()) await rail.click();
    await card.waitFor();
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

  async isUnknown(name: string): Promise<void> {
    await this.open();
    await this.shows(name);
    await this.says(this.text('unknownTitle'));
  }

  async add(): Promise<void> {
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
    await (await this.at((frame) => frame.locator('#snooze'))).click();
    const before = await this.next();
    await (await this.at((frame) => frame.getByText(this.text(`snooze_${choice}`)))).click();
    await expect.poll(() => this.next()).not.toBe(before);
  }
}
