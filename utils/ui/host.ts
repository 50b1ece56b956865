import type { NoteDraft } from '../browser/drafts';

/** What the sidebar needs from the browser around it; tests give their own. */
export interface Host {
  now(): number;
  /** IANA. */
  zone: string;
  readDraft(customerId: string): NoteDraft | null;
  writeDraft(customerId: string, draft: NoteDraft): boolean;
  /** Alarms and badge are to be armed again. */
  remindersChanged(): void;
  /** Shows in the page the row that holds this value. */
  revealRow(value: string): void;
  setCollapsed(collapsed: boolean): void;
  openDashboard(view: string): void;
  openSidePanel(): void;
  reload(): void;
}
