import { expect, type Frame } from '@playwright/test';
import type { Session } from './session.ts';

const short = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function all(frame: Frame, selector: string): Promise<string[]> {
  return (await frame.locator(selector).allInnerTexts()).map(short).filter((text) => text !== '');
}

/** Waits until the margin shows this name as its title. */
export async function waitForTitle(frame: Frame, name: string | RegExp): Promise<void> {
  await expect(frame.locator('h1').first()).toHaveText(name, { timeout: 10_000 });
}

/** One line on what the margin shows of the customer on the page, read from the margin itself. */
export async function whatItSees(session: Session, mail: string): Promise<string> {
  const frame = await session.margin();
  await frame.locator('h1').first().waitFor({ timeout: 10_000 });
  const [name] = await all(frame, 'h1');
  const badges = await all(frame, '.who .badge');
  const figures = await all(frame, '.figure-value, .figure-none');
  const rows = await all(frame, '.row-head');
  return `sees ${mail}: ${[name, ...badges, ...figures.slice(0, 2), ...rows].join(' · ')}`;
}
