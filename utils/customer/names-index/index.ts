export * from './digest';
export { foldText } from './fold-text';
export { nameForms } from './forms';
export { type NameBatch, type NameEntry, type NameIndex, NameIndexBuilder, sizeOf } from './index-build';
export * from './mentions';
export { type NameHit, scan } from './scan';
