import { v7, validate } from 'uuid';
import * as z from 'zod/mini';

/** A UUIDv7 (RFC 9562): sortable by time of making, and makable on any device without asking anyone. */
export const Id = z.string().check(z.refine((text) => validate(text), { error: 'not a UUID' }));
export const isId = (text: string): boolean => validate(text);

/** Makes a new id. Ids made later sort after ids made earlier, to the millisecond. */
export const newId = (): string => v7();
