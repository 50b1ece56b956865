import type { PersonLevel } from '../names/compare-person';
import type { NameLevel } from '../names/name-match';
import type { AddressLevel } from './address';

/** The levels of each field, from what speaks against one customer to what speaks for it. */
export interface Levels {
  name: NameLevel;
  region: 'conflict' | 'within' | 'same';
  person: PersonLevel;
  code: 'different' | 'same';
  email: 'different' | 'domain' | 'near' | 'same';
  phone: 'different' | 'near' | 'same';
  address: AddressLevel;
  birthday: 'different' | 'near' | 'same';
}

export type Field = keyof Levels;
export const FIELDS: readonly Field[] = [
  'name',
  'region',
  'person',
  'code',
  'email',
  'phone',
  'address',
  'birthday',
];

/** What the fields of two records say; null where one of them has nothing to compare. */
export interface Comparison {
  levels: { [F in Field]: Levels[F] | null };
  /** Bits of information in what name and person share (−log2 of its chance). */
  nameBits: number;
  personBits: number;
  /** log2 of how many other records share the code, address, phone or e-mail: it is worth that much less. */
  shared: { code: number; email: number; phone: number; address: number };
  branch: boolean;
  /** The e-mail address they share is free mail made of the name alone: namesakes choose alike. */
  mailOfName: boolean;
}

/** Shares of each level among pairs of one customer (m) and among pairs of strangers (u), by field. */
export type Shares = {
  [F in Field]: { m: Record<Levels[F], number>; u: Partial<Record<Levels[F], number>> };
};

/** All that scoring needs to know of a kind of record. */
export interface Parameters extends Shares {
  /** Two people of one family name at one door are mostly two people (a household), not one with a name mistaken. */
  households: boolean;
}

/** How a field stands, and by how many bits it is worth less since others share the value. */
export interface Valued<L> {
  level: L | null;
  shared: number;
}
