import { browser } from './api';

/** The match patterns of the sites that the user allowed Margin to read, sorted. */
export async function allowedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return [...origins].sort();
}

/** The match pattern of a page's site (`*://mail.example.com/*`); null for pages no extension may read. */
export function siteOf(url: string): string | null {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || !parsed.hostname) return null;
  return `*://${parsed.hostname}/*`;
}

/** Asks the user for sites. Call it straight from a click: the browser refuses it otherwise. */
export function requestSites(patterns: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patterns });
}

/** Gives a site back: its script is taken out at once by the background. */
export function revokeSite(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}

/** Calls back when sites were allowed or given back. */
export function watchSites(onChange: () => void): () => void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  return () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  };
}

/** Whether Margin may read this page's site at any time, not only after a click on its icon. */
export async function isAllowed(url: string): Promise<boolean> {
  const parsed = URL.parse(url);
  if (!parsed || siteOf(url) === null) return false;
  // Of this page's own scheme: a site may have been allowed for https alone.
  return browser.permissions.contains({ origins: [`${parsed.protocol}//${parsed.hostname}/*`] });
}
