import type { AliasEvidence } from './aliases';
import type { Field, Levels } from './fields';
import { judgeOf, kindOf } from './judge';
import type { Model } from './model';
import { preparer } from './prepare';
import type { AddressText, DuplicateRecord, PersonText } from './record';
import { type Relation, relationOf } from './relation';
import type { Weight } from './score';

/** One step of the waterfall from "two strangers" to the score. */
export interface Reason {
  field: Field;
  level: string;
  /** Bits for (above 0) or against (below) one customer. */
  bits: number;
  /** How loud it speaks, for words and bars: from 3 down to 1, against from −1 down to −3; 0 says next to nothing. */
  strength: -3 | -2 | -1 | 0 | 1 | 2 | 3;
  /** Message key of the sentence ({@link reasonKey}), and what stands in its places. */
  key: ReasonKey;
  /** What each record holds, as typed. */
  params: { A: string; B: string };
}

export interface Explanation {
  score: number;
  relation: Relation | null;
  /** Bits before any evidence: how unlikely any two records are one customer. */
  prior: number;
  /** Loudest first. */
  reasons: Reason[];
}

/** Every message key that {@link reasonKey} makes. */
export type ReasonKey = { [F in Field]: `dup_reason_${F}_${Levels[F]}` }[Field];

/** The message key of what a field says: `dup_reason_phone_same`, with `A` and `B` for the values compared. */
export const reasonKey = ({ field, level }: Pick<Weight, 'field' | 'level'>): ReasonKey =>
  `dup_reason_${field}_${level}` as ReasonKey;

/** The message key of a relation: `dup_relation_branch`. */
export const relationKey = (relation: Relation) => `dup_relation_${relation}` as const;

/** The message key of what speaks for an alias: `dup_alias_reply_to`, with `TEXT`. */
export const aliasKey = ({ kind }: AliasEvidence) => `dup_alias_${kind}` as const;

const texts = (values: readonly string[]): string =>
  [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))].join(', ');

const personText = (name: PersonText): string =>
  typeof name === 'string' ? name : `${name.given} ${name.surname}`.trim();

const addressText = ({ text, number, street, beside, locality, region, postcode }: AddressText): string =>
  text?.trim()
    ? text
    : texts([
        [number, street].filter(Boolean).join(' '),
        beside ?? '',
        locality ?? '',
        region ?? '',
        postcode ?? '',
      ]);

/** What a record holds in a field, as typed. */
function valueIn(record: DuplicateRecord, field: Field): string {
  switch (field) {
    case 'name':
    case 'region':
      return texts(record.companies);
    case 'person':
      return texts(record.people.map(personText));
    case 'code':
      return texts(record.codes);
    case 'email':
      return texts(record.emails);
    case 'phone':
      return texts(record.phones);
    case 'address':
      return texts(record.addresses.map(addressText));
    case 'birthday':
      return record.birthday;
  }
}

/** Why two records were found to be one customer, or related, in steps that an interface can put in words. */
export function explainPair(a: DuplicateRecord, b: DuplicateRecord, model: Model): Explanation {
  const prepare = preparer();
  const [x, y] = [prepare(a), prepare(b)];
  const { score, weights, found, band } = judgeOf(model).judge(x, y);
  const reasons = weights.map(({ field, level, bits }) => ({
    field,
    level,
    bits,
    strength: strengthOf(bits),
    key: reasonKey({ field, level }),
    params: { A: valueIn(a, field), B: valueIn(b, field) },
  }));
  reasons.sort((p, q) => Math.abs(q.bits) - Math.abs(p.bits));
  return { score, prior: model.prior, relation: relationOf(found, band, kindOf(x, y)), reasons };
}

function strengthOf(bits: number): Reason['strength'] {
  const size = Math.abs(bits);
  const strength = size >= 10 ? 3 : size >= 5 ? 2 : size >= 1 ? 1 : 0;
  return (bits < 0 && strength > 0 ? -strength : strength) as Reason['strength'];
}
