import { type DuplicateRecord, emptyRecord } from '../../utils/customer/duplicates';
import { fold } from '../../utils/transfer/columns';

/** Columns by the names that files give them, English and Chinese, folded: case, blanks and signs do not count. */
const COLUMNS = {
  id: ['id', 'recid', 'recordid', '编号', '編號', '序号', '序號'],
  code: [
    'code',
    'customercode',
    'customerno',
    'customernumber',
    'accountno',
    '客户编号',
    '客户代码',
    '客户编码',
    '客户号',
    '客戶編號',
    '客戶代碼',
    '代码',
    '代碼',
  ],
  company: [
    'company',
    'companyname',
    'organization',
    'organisation',
    'account',
    'accountname',
    'customername',
    'name',
    'fullname',
    '公司',
    '公司名称',
    '公司名稱',
    '企业名称',
    '企業名稱',
    '客户名称',
    '客戶名稱',
    '客户',
    '客戶',
    '名称',
    '名稱',
    '单位',
    '单位名称',
    '單位',
  ],
  contact: [
    'contact',
    'contactname',
    'contactperson',
    'person',
    '联系人',
    '聯絡人',
    '聯繫人',
    '联系人姓名',
    '姓名',
  ],
  given: ['givenname', 'firstname', 'forename', '名', '名字'],
  surname: ['surname', 'lastname', 'familyname', '姓', '姓氏'],
  email: [
    'email',
    'emailaddress',
    'mail',
    '邮箱',
    '电子邮箱',
    '邮件',
    '电子邮件',
    '電郵',
    '電子郵件',
    '信箱',
    '電子信箱',
  ],
  phone: ['phone', 'phonenumber', 'telephone', 'tel', '电话', '电话号码', '联系电话', '電話', '聯絡電話'],
  mobile: ['mobile', 'mobilephone', 'cell', 'cellphone', '手机', '手机号', '手机号码', '手機', '行動電話'],
  address: [
    'address',
    'fulladdress',
    '地址',
    '详细地址',
    '联系地址',
    '通讯地址',
    '公司地址',
    '詳細地址',
    '通訊地址',
  ],
  number: ['streetnumber', 'housenumber'],
  street: ['address1', 'street', 'streetaddress', '街道'],
  beside: ['address2', 'addressline2'],
  city: ['city', 'suburb', 'town', '城市', '市'],
  region: ['state', 'province', 'region', '省', '省份'],
  postcode: ['postcode', 'zip', 'zipcode', 'postalcode', '邮编', '邮政编码', '郵遞區號', '郵編'],
  birthday: ['dateofbirth', 'dob', 'birthday', 'birthdate', '生日', '出生日期'],
} as const;
type Column = keyof typeof COLUMNS;

/** Which cells of a row hold which column; of several headers for one column the first that has text counts. */
export type Places = ReadonlyMap<Column, readonly number[]>;

/** Finds the columns of a file by its headers. */
export function placesOf(headers: readonly string[]): Places {
  const folded = headers.map(fold);
  const places = new Map<Column, number[]>();
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const found = COLUMNS[column].flatMap((name) =>
      folded.flatMap((header, at) => (header === name ? [at] : [])),
    );
    if (found.length > 0) places.set(column, found);
  }
  return places;
}

/** What a file must have for any customer to be known again. */
export const hasCustomers = (places: Places): boolean =>
  [...places.keys()].some((column) => column !== 'id' && column !== 'region' && column !== 'city');

const some = (text: string): string[] =>
  text === '' ? [] : text.split(/\s*[;；|]\s*/).filter((part) => part !== '');

/** Reads one row as a customer; a row with a company's name is a company. `fallback` is its id where it has none. */
export function recordOfRow(cells: readonly string[], places: Places, fallback: string): DuplicateRecord {
  const value = (column: Column): string => {
    for (const at of places.get(column) ?? []) {
      const text = cells[at]?.trim();
      if (text) return text;
    }
    return '';
  };
  const company = value('company');
  const [given, surname] = [value('given'), value('surname')];
  const people = given + surname === '' ? some(value('contact')) : [{ given, surname }];
  const address = {
    text: value('address'),
    number: value('number'),
    street: value('street'),
    beside: value('beside'),
    locality: value('city'),
    region: value('region'),
    postcode: value('postcode'),
  };
  return {
    ...emptyRecord(value('id') || fallback),
    kind: company === '' ? 'person' : 'company',
    companies: company === '' ? [] : [company],
    people,
    codes: some(value('code')),
    emails: some(value('email')),
    phones: [...some(value('phone')), ...some(value('mobile'))],
    addresses: [address],
    birthday: value('birthday'),
  };
}
