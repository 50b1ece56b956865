import { CUSTOMER_FIELDS, CUSTOMER_NAMES, type CustomerField, type ImportKind, REPEATABLE } from './headers';

/** The columns of a ledger file that are understood. */
export const LEDGER_COLUMNS = [
  'customer',
  'date',
  'amount',
  'kind',
  'product',
  'category',
  'cost',
  'quantity',
  'price',
  'currency',
  'order',
  'note',
  'name',
  'email',
  'phone',
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

/** Names that headers go by, folded by {@link fold}; the first that a file has wins. */
const NAMES: Readonly<Record<LedgerColumn, readonly string[]>> = {
  customer: [
    ...['customer', 'customerid', 'customercode', 'customerno', 'customernumber', 'custid', 'cust', 'client'],
    ...['clientid', 'account', 'accountid', 'userid', 'memberid', 'id', 'customername', 'householdkey'],
    ...[
      '客户',
      '客户编号',
      '客户代码',
      '客户号',
      '客户id',
      '客户编码',
      '会员',
      '会员编号',
      '会员号',
      '用户',
      '用户id',
    ],
    ...['用户编号', '买家', '客户名称', '客戶', '客戶編號', '客戶代碼', '會員編號'],
  ],
  date: [
    ...[
      'date',
      'day',
      'orderdate',
      'transactiondate',
      'invoicedate',
      'purchasedate',
      'transdate',
      'datetime',
    ],
    ...[
      'timestamp',
      'time',
      'orderedat',
      'createdat',
      '日期',
      '交易日期',
      '订单日期',
      '购买日期',
      '下单日期',
      '下单时间',
    ],
    ...['交易时间', '成交日期', '开票日期', '时间', '訂單日期', '購買日期', '時間', '交易時間'],
  ],
  amount: [
    ...[
      'amount',
      'value',
      'total',
      'sales',
      'revenue',
      'spend',
      'monetary',
      'amt',
      'totalamount',
      'netamount',
    ],
    ...[
      'salesvalue',
      'ordertotal',
      'sum',
      '金额',
      '交易金额',
      '订单金额',
      '销售额',
      '消费金额',
      '总额',
      '总金额',
      '实付金额',
    ],
    ...['金額', '交易金額', '訂單金額', '銷售額', '總額'],
  ],
  kind: [
    'kind',
    'type',
    'entrykind',
    'transactiontype',
    '类型',
    '种类',
    '交易类型',
    '類型',
    '種類',
    '交易類型',
  ],
  product: [
    ...[
      'product',
      'sku',
      'item',
      'productid',
      'productname',
      'productcode',
      'stockcode',
      '产品',
      '商品',
      '产品名称',
    ],
    ...['商品名称', '产品编号', '品名', '產品', '產品名稱', '商品名稱'],
  ],
  category: [
    'category',
    'productcategory',
    'department',
    'line',
    '类别',
    '品类',
    '分类',
    '产品类别',
    '類別',
    '品類',
    '分類',
  ],
  cost: ['cost', 'cogs', 'costofgoods', 'unitcost', '成本', '商品成本', '销售成本', '进货成本', '銷售成本'],
  quantity: ['quantity', 'qty', 'units', '数量', '件数', '數量', '件數'],
  price: ['price', 'unitprice', '单价', '价格', '單價', '價格'],
  currency: ['currency', 'currencycode', 'ccy', '币种', '货币', '幣別', '幣種', '貨幣'],
  order: [
    ...['order', 'orderid', 'orderno', 'ordernumber', 'invoice', 'invoiceno', 'invoicenumber', 'invoiceid'],
    ...['transactionid', 'receiptno', 'basketid', '订单号', '订单编号', '单号', '发票号', '流水号'],
    ...['訂單號', '訂單編號', '單號', '發票號碼'],
  ],
  note: [
    'note',
    'notes',
    'remark',
    'remarks',
    'comment',
    'description',
    'memo',
    '备注',
    '说明',
    '備註',
    '說明',
  ],
  name: [
    'name',
    'customername',
    'clientname',
    '客户名称',
    '客户姓名',
    '姓名',
    '名称',
    '客戶名稱',
    '客戶姓名',
    '名稱',
  ],
  email: CUSTOMER_NAMES.email,
  phone: CUSTOMER_NAMES.phone,
};

/** Names of the columns of a customer file. */
const CUSTOMER_ID = ['id', 'code', ...NAMES.customer];
const REFERRED_BY = ['referredby', 'referrer', 'referral', '推荐人', '介绍人', '推薦人', '介紹人'];

/** Case, spaces, signs and full-width forms do not tell headers apart. */
export const fold = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const place = (headers: readonly string[], names: readonly string[]): number | undefined => {
  const folded = headers.map(fold);
  for (const name of names) {
    const at = folded.indexOf(name);
    if (at >= 0) return at;
  }
  return undefined;
};

/** Where each ledger column is, for those that the file has. A header stands for one column only. */
export function ledgerColumns(headers: readonly string[]): Map<LedgerColumn, number> {
  const found = new Map<LedgerColumn, number>();
  for (const column of LEDGER_COLUMNS) {
    const at = place(headers, NAMES[column]);
    if (at !== undefined && ![...found.values()].includes(at)) found.set(column, at);
  }
  return found;
}

/** Where a customer file has its ids and, if it has them, who referred each. */
export function customerColumns(headers: readonly string[]): { id?: number; referredBy?: number } {
  const id = place(headers, CUSTOMER_ID);
  const referredBy = place(headers, REFERRED_BY);
  return { ...(id !== undefined && { id }), ...(referredBy !== undefined && { referredBy }) };
}

export type Field = LedgerColumn | CustomerField;
export const FIELDS: Readonly<Record<ImportKind, readonly Field[]>> = {
  customers: CUSTOMER_FIELDS,
  transactions: LEDGER_COLUMNS,
};

/** What each column of a file is taken for, in the order of the columns; null: it is left out. */
export type Columns = Array<Field | null>;

/** What the headers of a file say, each header once; what is not recognised is left out until the user says more. */
export function recognise(headers: readonly string[], kind: ImportKind): Columns {
  const columns: Columns = headers.map(() => null);
  const folded = headers.map(fold);
  const names: Readonly<Record<string, readonly string[]>> = kind === 'customers' ? CUSTOMER_NAMES : NAMES;
  for (const field of FIELDS[kind]) {
    for (const name of names[field] ?? []) {
      const at = folded.findIndex((header, index) => header === name && columns[index] === null);
      if (at < 0) continue;
      columns[at] = field;
      if (!REPEATABLE.has(field) || kind !== 'customers') break;
    }
  }
  return columns;
}

/** Which kind of file these headers are of: one with dates and amounts holds transactions. */
export function kindOf(headers: readonly string[]): ImportKind {
  const found = new Set(recognise(headers, 'transactions'));
  const money = found.has('amount') || (found.has('quantity') && found.has('price'));
  return found.has('date') && money ? 'transactions' : 'customers';
}

/** What a file of this shape is remembered by: its folded headers in order. */
export const shapeOf = (headers: readonly string[]): string => headers.map(fold).join('|').slice(0, 4_000);

/** Fields that a file cannot do without and that no column is taken for, each as the ways to satisfy it. */
export function missingFields(columns: Columns, kind: ImportKind): Field[][] {
  const has = new Set(columns);
  const any = (...fields: Field[]) => (fields.some((field) => has.has(field)) ? [] : [fields]);
  if (kind === 'customers') return any('name', 'company', 'lastName', 'contact');
  const priced = has.has('quantity') && has.has('price');
  return [...any('customer', 'email', 'phone', 'name'), ...any('date'), ...(priced ? [] : any('amount'))];
}
