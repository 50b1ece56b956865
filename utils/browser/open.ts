import { browser } from './api';

interface PanelApis {
  sidePanel?: { open(options: { tabId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** The polyfill does not know Chromium's side panel (0.12.0, 2026-11): it is reached by the native name. */
function panels(): PanelApis {
  const { chrome } = globalThis as { chrome?: PanelApis };
  return chrome?.sidePanel ? chrome : (browser as unknown as PanelApis);
}

/** Whether this browser has a panel of its own beside the page. */
export const hasSidePanel = (): boolean => Boolean(panels().sidePanel ?? panels().sidebarAction);

/** Opens that panel with the same sidebar. Call it straight from a click. False: there is none. */
export async function openSidePanel(tabId: number): Promise<boolean> {
  const { sidePanel, sidebarAction } = panels();
  if (sidePanel) await sidePanel.open({ tabId });
  else if (sidebarAction) await sidebarAction.open();
  return Boolean(sidePanel ?? sidebarAction);
}

/** Opens the dashboard at a view (`due`, `settings` …), in the tab that already shows it where there is one. */
export async function openDashboard(view = ''): Promise<void> {
  const base = browser.runtime.getURL('dashboard.html');
  const url = view ? `${base}#/${view}` : base;
  const [open] = await browser.tabs.query({ url: `${base}*` }).catch(() => []);
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true, url });
}
