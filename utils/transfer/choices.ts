import { STAGES, type Stage, TIERS, type Tier } from '../customer/model';
import { fold } from './columns';

/** Words that files use for our choices, beside the choice's own name. */
const TIER_WORDS: Readonly<Record<Tier, string>> = {
  'best-core': '最佳核心 最佳核心客户 最佳核心客戶 a a级 a級 vip platinum 白金 钻石 鑽石',
  core: '核心 其他核心 核心客户 核心客戶 b b级 b級 gold 黄金 黃金 重点 重點',
  ordinary: '一般 普通 一般客户 一般客戶 普通客户 c c级 c級 silver 白银 白銀 standard regular normal',
  expendable: '可流失 可放弃 可放棄 d d级 d級 bronze 青铜 青銅',
};
const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  potential: '潜在 潛在 潜在客户 潛在客戶 lead prospect 线索 線索',
  target: '目标 目標 目标客户 目標客戶 opportunity qualified 意向 意向客户',
  active: '现实 現實 活跃 活躍 现有 現有 已成交 成交 成交客户 customer current 合作 合作中',
  loyal: '忠诚 忠誠 忠诚客户 忠誠客戶 老客户 老客戶',
  lost: '流失 已流失 流失客户 流失客戶 churned inactive former left 停用',
  'won-back': '挽回 已挽回 returned reactivated',
};
const KIND_WORDS = {
  person: 'person individual private consumer contact 个人 個人 自然人 个人客户',
  company:
    'company organisation organization business firm corporate enterprise account 公司 企业 企業 单位 單位 机构 機構 法人 企业客户',
} as const;
const RELATION_WORDS = {
  direct: 'direct 直接 直接客户 直接客戶',
  indirect: 'indirect 间接 間接 间接客户 間接客戶',
} as const;

function reader<T extends string>(choices: readonly T[], words: Readonly<Record<T, string>>) {
  const known = new Map<string, T>();
  for (const choice of choices)
    for (const word of [choice, ...words[choice].split(' ')]) known.set(fold(word), choice);
  return (cell: string): T | undefined => known.get(fold(cell));
}

export const tierOf = reader(TIERS, TIER_WORDS);
export const stageOf = reader(STAGES, STAGE_WORDS);
export const customerKindOf = reader(['person', 'company'] as const, KIND_WORDS);
export const relationOf = reader(['direct', 'indirect'] as const, RELATION_WORDS);

let countries: Map<string, string> | undefined;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Country names in English and Chinese, folded, as the browser knows them. */
function countryNames(): Map<string, string> {
  const found = new Map<string, string>();
  for (const tag of ['en', 'zh-CN', 'zh-TW']) {
    const names = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
    for (const a of LETTERS)
      for (const b of LETTERS) {
        const name = names.of(a + b);
        if (name && !found.has(fold(name))) found.set(fold(name), a + b);
      }
  }
  for (const [name, code] of [
    ['usa', 'US'],
    ['uk', 'GB'],
    ['prc', 'CN'],
    ['中國大陸', 'CN'],
    ['中国大陆', 'CN'],
  ] as const)
    found.set(name, code);
  return found;
}

/** ISO 3166-1 alpha-2 of a code or of a country's name in English or Chinese; undefined for none. */
export function countryOf(cell: string): string | undefined {
  countries ??= countryNames();
  const folded = fold(cell);
  if (/^[a-z]{2}$/.test(folded) && folded !== 'uk') {
    const code = folded.toUpperCase();
    return [...countries.values()].includes(code) ? code : undefined;
  }
  return countries.get(folded);
}
