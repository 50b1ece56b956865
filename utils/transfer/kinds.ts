import type { EntryKind } from '../value/ledger';

/** Words for the kinds of entries, folded. */
const KINDS: Readonly<Record<EntryKind, readonly string[]>> = {
  sale: [
    'sale',
    'sales',
    'purchase',
    'order',
    'invoice',
    '销售',
    '销售额',
    '购买',
    '消费',
    '订单',
    '成交',
    '銷售',
    '購買',
    '訂單',
  ],
  refund: ['refund', 'return', 'cancellation', 'creditnote', '退款', '退货', '退貨', '冲销', '沖銷'],
  acquisition: [
    'acquisition',
    'advertising',
    'promotion',
    'acquisitioncost',
    '获客',
    '获客成本',
    '广告',
    '促销',
    '獲客',
    '獲客成本',
  ],
  service: ['service', 'servicecost', 'costtoserve', '服务', '服务成本', '服務', '服務成本'],
  'bad-debt': ['baddebt', 'writeoff', '坏账', '呆账', '死账', '壞帳', '呆帳'],
  dispute: ['dispute', 'litigation', 'settlement', '争议', '纠纷', '诉讼', '訴訟', '糾紛'],
};
/** Kinds by the folded words that files name them with. */
export const KIND_OF = new Map(
  Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [name, kind as EntryKind] as const)),
);
