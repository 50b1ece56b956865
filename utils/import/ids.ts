/** What a row of a file may bring: each kind has ids of its own. */
const MARKS = { entry: '0', customer: '8', contact: '9', note: 'a' } as const;

/**
 * The id of what a line of a file brings: the import's own id with the line for its last twelve digits. A line that is read again
 * after a crash has the same id, so nothing doubles; two imports differ in the eighty bits before.
 */
export const idOfLine = (importId: string, what: keyof typeof MARKS, line: number): string =>
  `${importId.slice(0, 24)}${MARKS[what]}${line.toString(16).padStart(11, '0')}`;

/** True for the id of something that this import brought. */
export const isOf = (importId: string, id: string): boolean => id.startsWith(importId.slice(0, 24));
