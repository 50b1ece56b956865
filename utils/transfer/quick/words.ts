import type { EntryKind, SaleClass } from '../../value/ledger';

/** What a word of a quick entry says: the kind of the entry, and of a sale perhaps its class. */
export interface Said {
  kind: EntryKind;
  saleClass: SaleClass | null;
}

const KINDS: Readonly<Record<EntryKind, string>> = {
  sale: 'sale|sold|purchase|销售|銷售|售出|购买|購買|销售额',
  refund: 'refund|refunded|return|returned|退款|退货|退貨|退费|退費',
  acquisition:
    'acquisition|acquisition cost|advertising|promotion|获客|獲客|获客成本|獲客成本|广告费|廣告費|推广费|推廣費',
  service:
    'service|service cost|cost to serve|support|服务|服務|服务费|服務費|服务成本|服務成本|维护费|維護費',
  'bad-debt': 'bad debt|bad-debt|write-off|write off|writeoff|坏账|壞賬|壞帳|呆账|呆賬|呆帳|死账|死賬|死帳',
  dispute: 'dispute|lawsuit|litigation|settlement|诉讼|訴訟|纠纷|糾紛|诉讼费|訴訟費|和解金',
};
const CLASSES: Readonly<Record<SaleClass, string>> = {
  first: 'first|first sale|首次|首单|首單|首购|首購',
  repeat: 'repeat|again|reorder|renewal|循环消费|循環消費|复购|復購|再次|续费|續費|续订|續訂|续约|續約',
  upsell: 'upsell|up-sell|upgrade|升级|升級|上升购买|上升購買',
  'cross-sell': 'cross-sell|cross sell|crosssell|交叉|交叉购买|交叉購買|加购|加購',
  referral: 'referral|referred|推荐购买|推薦購買|转介绍|轉介紹',
};

const WORDS = new Map<string, Said>();
for (const kind of Object.keys(KINDS) as EntryKind[])
  for (const word of KINDS[kind].split('|')) WORDS.set(word, { kind, saleClass: null });
for (const saleClass of Object.keys(CLASSES) as SaleClass[])
  for (const word of CLASSES[saleClass].split('|')) WORDS.set(word, { kind: 'sale', saleClass });

/** The most words that one term has: "cost to serve". */
const LONGEST = 3;

export interface WordsRead {
  /** Each term that was found, in order. */
  said: Said[];
  /** The words that say neither kind nor class. */
  rest: string[];
}

/** Takes the terms for kinds and classes out of the words; a term is whole words only, so that 服务器 is a product. */
export function readWords(words: readonly string[]): WordsRead {
  const said: Said[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const taken = termAt(words, at);
    if (taken) said.push(taken.said);
    else rest.push(words[at] ?? '');
    at += taken?.length ?? 1;
  }
  return { said, rest };
}

function termAt(words: readonly string[], at: number): { said: Said; length: number } | null {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const said = WORDS.get(
      words
        .slice(at, at + length)
        .join(' ')
        .toLowerCase(),
    );
    if (said) return { said, length };
  }
  return null;
}
