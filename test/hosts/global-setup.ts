import { ensureBuilt } from '../tools/build.ts';
import { findBrowser } from '../tools/find-browser.ts';

export default function setup(): void {
  ensureBuilt('chrome');
  findBrowser();
}
