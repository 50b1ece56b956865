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
  /** What the reader marked in the page, '' where nothing is or nobody may look. */
  readSelection(): Promise<string>;
  setCollapsed(collapsed: boolean): void;
  /** The side of the page for this and all later frames; rejects where it cannot be kept. */
  setSide(side: 'left' | 'right'): Promise<void>;
  openDashboard(view: string): void;
  openSidePanel(): void;
  /** Opens the window in which this page is taught. */
  teach(): void;
  reload(): void;
  /** Lets go of the database. */
  leave(): void;
}
