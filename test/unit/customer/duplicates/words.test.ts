import { describe, expect, it } from 'vitest';
import en from '../../../../public/_locales/en/messages.json';
import zhTW from '../../../../public/_locales/zh_TW/messages.json';
import {
  aliasKey,
  emptyRecord,
  explainPair,
  type ReasonKey,
  reasonKey,
  relationKey,
  untrained,
} from '../../../../utils/customer/duplicates';
import { FIELDS } from '../../../../utils/customer/duplicates/fields';
import { COMPANY_START } from '../../../../utils/customer/duplicates/weights';
import type { MessageKey } from '../../../../utils/i18n';
import { company } from './records';

/** Fails to compile where a reason has no message. */
const asMessage = (key: ReasonKey): MessageKey => key;

describe('the words for reasons', () => {
  it('exist for every level of every field, and no others do', () => {
    const made = FIELDS.flatMap((field) =>
      Object.keys(COMPANY_START[field].m).map((level) => asMessage(reasonKey({ field, level }))),
    );
    const worded = Object.keys(en).filter((key) => key.startsWith('dup_reason_'));
    expect(worded.sort()).toEqual(made.sort());
  });

  it('exist for relations and for the evidence of an alias', () => {
    const keys: MessageKey[] = [
      ...(['duplicate', 'branch', 'family', 'colleagues', 'conflict'] as const).map(relationKey),
      ...(['name', 'phone', 'reply_to', 'signature_email'] as const).map((kind) =>
        aliasKey({ kind, text: '' }),
      ),
    ];
    expect(keys.filter((key) => zhTW[key] === undefined)).toEqual([]);
  });
});

describe('an explanation', () => {
  const phone = { phones: ['0351-5550142'], emails: ['', ' '] };
  const a = company('1', '山西煤矿', phone);
  const b = company('2', '山西煤业', { phones: ['+86 351 5550142'], emails: [] });

  it('names field, level and both values as typed, loudest first, and adds up to the score', () => {
    const { reasons, score, prior, relation } = explainPair(a, b, untrained());
    expect(relation).toBe('duplicate');
    expect(reasons[0]).toMatchObject({
      field: 'phone',
      level: 'same',
      strength: 3,
      key: 'dup_reason_phone_same',
      params: { A: '0351-5550142', B: '+86 351 5550142' },
    });
    expect(reasons.map(({ key }) => key)).toContain('dup_reason_name_generic');
    const total = reasons.reduce((sum, { bits }) => sum + bits, prior);
    expect(1 / (1 + 2 ** -total)).toBeCloseTo(score, 9);
  });

  it('of two records that hold nothing gives no reason', () => {
    const empty = explainPair(emptyRecord('1'), emptyRecord('2'), untrained());
    expect(empty).toMatchObject({ reasons: [], relation: null });
    expect(empty.score).toBeLessThan(0.01);
  });
});
