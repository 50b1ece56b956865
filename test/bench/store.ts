import type { Row } from './table.ts';
export async function store(): Promise<Row[]> {
  return [];
}
