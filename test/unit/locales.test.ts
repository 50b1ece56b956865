import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SAID } from '../../entrypoints/background/words';
import en from '../../public/_locales/en/messages.json';
import zhCN from '../../public/_locales/zh_CN/messages.json';
import zhTW from '../../public/_locales/zh_TW/messages.json';
import {
  COMPLAINT_STATES,
  INTERACTION_KINDS,
  NEED_KINDS,
  REASON_IDS,
  RISK_LEVELS,
  STAGES,
  TIERS,
} from '../../utils/customer/model';
import { ENTRY_KINDS } from '../../utils/value/ledger';

const root = new URL('../..', import.meta.url).pathname;
type Message = { message: string; placeholders?: Record<string, { content: string }> };
const locales = Object.entries({ en, zh_CN: zhCN, zh_TW: zhTW }) as Array<[string, Record<string, Message>]>;
const english: Record<string, Message> = en;
const keys = Object.keys(english);

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
    .map((file) => join(file.parentPath, file.name));
}

const code = ['components', 'entrypoints', 'utils']
  .flatMap(filesUnder)
  .concat(join(root, 'wxt.config.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Families of keys that are made from a value, with the values that must all have one (`-` is written `_`). */
const FAMILIES: Record<string, readonly string[]> = {
  tier: TIERS,
  stage: STAGES,
  risk: RISK_LEVELS,
  reason: REASON_IDS,
  advice: REASON_IDS,
  need: NEED_KINDS,
  interaction: INTERACTION_KINDS,
  complaint: COMPLAINT_STATES,
  entry: ENTRY_KINDS,
};
const members = (family: string) =>
  keys.filter((key) => key.startsWith(`${family}_`)).map((key) => key.slice(family.length + 1));

/** Prefixes that the code completes with a value: t(`source_${kind}`). */
const dynamic = [...code.matchAll(/`([a-zA-Z]\w*_)\$\{[^`]*`/g)].flatMap(([, prefix]) => prefix ?? []);
const marksOf = (message: string) => [...new Set(message.match(/\$\w+\$/g) ?? [])].sort();
/** i18next's plural forms of one key. */
const baseOf = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

describe('every locale', () => {
  test.each(locales)('%s has the keys of English, no more and no fewer', (_, messages) => {
    const plain = (all: string[]) => [...new Set(all.map(baseOf))].sort();
    expect(plain(Object.keys(messages))).toEqual(plain(keys));
  });

  test.each(locales)('%s has the same marks in each message, and says so to the browser', (_, messages) => {
    for (const [key, { message, placeholders }] of Object.entries(messages)) {
      const original = english[key] ?? english[`${baseOf(key)}_other`];
      expect([key, marksOf(message)]).toEqual([key, marksOf(original?.message ?? '')]);
      const declared = Object.keys(placeholders ?? {}).map((name) => `$${name.toUpperCase()}$`);
      expect([key, declared.sort()]).toEqual([key, marksOf(message).map((mark) => mark.toUpperCase())]);
    }
  });

  test.each(locales)('%s has text in each message', (_, messages) => {
    const empty = Object.entries(messages).filter(([, { message }]) => message.trim() === '');
    expect(empty).toEqual([]);
  });

  test('keys are names that browsers take, in order, and differ by more than case', () => {
    for (const [, messages] of locales) {
      const names = Object.keys(messages);
      expect(names.filter((key) => !/^\w+$/.test(key))).toEqual([]);
      expect(names).toEqual([...names].sort());
      expect(new Set(names.map((key) => key.toLowerCase())).size).toBe(names.length);
    }
  });

  test('Chinese is not English left over, and Taiwan’s is not written in simplified characters', () => {
    const left = keys.filter((key) => {
      const text = english[key]?.message ?? '';
      return /[a-z]{4}/.test(text) && zhCN[key as 'save'].message === text;
    });
    expect(left).toEqual([]);
    const simplified = /[们这说对时为与东车门马鱼鸟关闭录设户无签联据请览启]/u;
    expect(simplified.test(zhCN.data_failed_text.message)).toBe(true);
    const mixed = Object.entries(zhTW).filter(([, { message }]) => simplified.test(message));
    expect(mixed.map(([key]) => key)).toEqual([]);
  });
});

describe('keys and code', () => {
  test.each(Object.entries(FAMILIES))('each %s has its words, and no word has no %s', (family, values) => {
    expect(members(family).sort()).toEqual(values.map((value) => value.replaceAll('-', '_')).sort());
  });

  test('no key is unused', () => {
    const words = [...code.matchAll(/['"`](\w+)(?=['"`])/g)].map(([, word]) => word ?? '');
    const named = new Set(words.map((word) => word.replace(/^__MSG_(\w+)__$/, '$1')));
    const used = (key: string) =>
      named.has(key) ||
      dynamic.some((prefix) => key.startsWith(prefix)) ||
      key.split('_')[0] === 'change' ||
      (key.split('_')[0] ?? '') in FAMILIES;
    expect(keys.filter((key) => !used(key) && !used(baseOf(key)))).toEqual([]);
  });

  test('the worker has all that it says, in every language, and nothing else', () => {
    const worker = filesUnder('entrypoints/background').map((file) => readFileSync(file, 'utf8'));
    const said = worker.flatMap((text) => [...text.matchAll(/\bt\(\s*'(\w+)'/g)].map(([, key]) => key ?? ''));
    for (const texts of Object.values(SAID)) expect(Object.keys(texts)).toEqual([...new Set(said)].sort());
    expect(
      Object.entries(SAID).map(([, texts]) => Object.values(texts).map(({ message }) => message)),
    ).toEqual(locales.map(([, messages]) => Object.keys(SAID.en).map((key) => messages[key]?.message)));
  });

  test('no key is missing that the manifest names', () => {
    const named = [...code.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '');
    expect(named.filter((key) => !(key in english))).toEqual([]);
  });
});
