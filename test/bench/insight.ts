import type { Row } from './table.ts';
export async function insight(): Promise<Row[]> {
  return [];
}
