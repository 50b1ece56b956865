import { type DuplicateRecord, emptyRecord } from '../../utils/customer/duplicates/record';

type Row = Record<string, string>;

/** Columns by the names that files give them, English and Chinese. */
const COLUMNS = {
  id: ['id', '编号', '編號'],
  code: ['code', 'customer_code', '客户编号', '客户代码', '客戶編號'],
  company: [
    'company',
    'company_name',
    'name',
    '公司',
    '公司名称',
    '公司名稱',
    '客户名称',
    '名称',
    '名稱',
    '单位',
  ],
  contact: ['contact', 'contact_name', 'person', '联系人', '聯絡人', '姓名'],
  given: ['given_name', 'first_name', '名'],
  surname: ['surname', 'last_name', 'family_name', '姓'],
  email: ['email', 'e-mail', 'mail', '邮箱', '電郵', '电子邮件', '電子郵件'],
  phone: ['phone', 'telephone', 'tel', 'mobile', '电话', '電話', '手机', '手機'],
  address: ['address', '地址'],
  number: ['street_number'],
  street: ['address_1', 'street'],
  city: ['city', 'suburb', 'town', '城市'],
  region: ['state', 'province', '省', '省份'],
  postcode: ['postcode', 'zip', 'postal_code', '邮编', '郵遞區號'],
  birthday: ['date_of_birth', 'dob', 'birthday', '生日', '出生日期'],
} as const;

function value(row: Row, column: keyof typeof COLUMNS): string {
  for (const name of COLUMNS[column]) {
    const text = row[name]?.trim();
    if (text) return text;
  }
  return '';
}

const some = (text: string): string[] =>
  text === '' ? [] : text.split(/\s*[;；|]\s*/).filter((part) => part !== '');

/** Reads one row as a customer; a row with a company's name is a company. `fallback` is its id where it has none. */
export function recordOfRow(row: Row, fallback: string): DuplicateRecord {
  const company = value(row, 'company');
  const given = value(row, 'given');
  const surname = value(row, 'surname');
  const contact = value(row, 'contact');
  const people = given + surname === '' ? some(contact) : [{ given, surname }];
  const address = {
    text: value(row, 'address'),
    number: value(row, 'number'),
    street: value(row, 'street'),
    locality: value(row, 'city'),
    region: value(row, 'region'),
    postcode: value(row, 'postcode'),
  };
  return {
    ...emptyRecord(value(row, 'id') || fallback),
    kind: company === '' ? 'person' : 'company',
    companies: company === '' ? [] : [company],
    people,
    codes: some(value(row, 'code')),
    emails: some(value(row, 'email')),
    phones: some(value(row, 'phone')),
    addresses: [address],
    birthday: value(row, 'birthday'),
  };
}
