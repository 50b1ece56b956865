import type { TableName } from '../types';

/** Rows of a backup as they will be stored, in the order of its file. */
export interface StagedPart {
  seq?: number;
  table: TableName | string;
  rows: object[];
}
