import type { BackupProblemId, BackupState, Preview } from '../../../utils/store/api-vault';

/** Bringing a backup in, step by step. */
export type RestoreView =
  | { step: 'choose'; problem: BackupProblemId | null }
  | { step: 'passphrase'; fileName: string; wrong: boolean }
  | { step: 'reading'; fileName: string; share: number }
  | { step: 'preview'; fileName: string; preview: Preview }
  | { step: 'working'; fileName: string; share: number }
  | { step: 'done'; how: 'merge' | 'replace'; changes: number };

export interface RestoreProps {
  view: RestoreView;
  now: number;
  onFile: (file: File) => void;
  onPassphrase: (passphrase: string) => void;
  onMerge: () => void;
  onReplace: () => void;
  /** Takes a merge back, whole. */
  onUndo: () => void;
  /** Stops, or starts over. */
  onCancel: () => void;
}

export interface BackupsProps {
  state: BackupState;
  now: number;
  /** The browser lets a page write into a folder. */
  folders: boolean;
  /** 0–1 while a backup is being written; null: none is. */
  share: number | null;
  onBackUp: (passphrase: string) => void;
  onPlan: (patch: Partial<Pick<BackupState, 'everyDays' | 'keep'>>) => void;
  onFolder: () => void;
  onForgetFolder: () => void;
  /** '' takes the seal off automatic backups. */
  onAutomaticPassphrase: (passphrase: string) => void;
}

export const EXPORTS = [
  'customers',
  'ledger',
  'notes',
  'contacts',
  'calendar',
  'vcard',
  'everything',
] as const;
export type ExportKind = (typeof EXPORTS)[number];

export interface ExportsProps {
  /** The one under way. */
  busy: ExportKind | null;
  onExport: (kind: ExportKind) => void;
}
