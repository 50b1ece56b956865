/** What a file may hold; each kind has its own fields. */
export const IMPORT_KINDS = ['customers', 'transactions'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const CUSTOMER_FIELDS = [
  ...['name', 'firstName', 'lastName', 'alias', 'kind', 'company', 'contact', 'title', 'email', 'phone'],
  ...['code', 'website', 'address', 'country', 'relation', 'tier', 'stage', 'tags', 'owner', 'referredBy'],
  ...['lastContact', 'note'],
] as const;
export type CustomerField =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'alias'
  | 'kind'
  | 'company'
  | 'contact'
  | 'title'
  | 'email'
  | 'phone'
  | 'code'
  | 'website'
  | 'address'
  | 'country'
  | 'relation'
  | 'tier'
  | 'stage'
  | 'tags'
  | 'owner'
  | 'referredBy'
  | 'lastContact'
  | 'note';

/** Fields of a customer file that several columns may fill. */
export const REPEATABLE: ReadonlySet<string> = new Set([
  'email',
  'phone',
  'code',
  'alias',
  'address',
  'tags',
  'note',
]);

/** Names that the headers of customer files go by, folded; a field's first name is its surest. */
export const CUSTOMER_NAMES: Readonly<Record<CustomerField, readonly string[]>> = {
  name: words(
    'name customername clientname fullname accountname displayname customer client',
    '客户名称 客户名 名称 姓名 客户 公司名称 企业名称 客户姓名 会员姓名',
    '客戶名稱 名稱 客戶 公司名稱 客戶姓名 會員姓名',
  ),
  firstName: words('firstname givenname forename', '名', '名字'),
  lastName: words('lastname surname familyname', '姓 姓氏'),
  alias: words('alias aliases shortname nickname aka', '别名 简称 昵称', '別名 簡稱 暱稱'),
  kind: words('kind customertype type customerkind', '客户类型 类型 性质', '客戶類型 類型 性質'),
  company: words(
    'company organisation organization employer companyname firm account',
    '公司 单位 所属公司 工作单位 企业 机构',
    '單位 所屬公司 企業 機構',
  ),
  contact: words(
    'contact contactname contactperson person attention',
    '联系人 联络人 联系人姓名',
    '聯絡人 聯繫人 聯絡人姓名',
  ),
  title: words('title jobtitle position role', '职位 职务 头衔', '職位 職務 職稱 頭銜'),
  email: words(
    'email emailaddress mail emails emailaddresses contactemail workemail email1 email2 email3 secondaryemail',
    '邮箱 电子邮箱 电子邮件 邮件 邮箱地址 邮件地址',
    '電郵 電子郵件 信箱 電子信箱 郵箱 電郵地址',
  ),
  phone: words(
    'phone telephone tel mobile phonenumber mobilephone cell cellphone phones contactphone workphone phone1 phone2 phone3',
    '电话 手机 联系电话 手机号 手机号码 电话号码 座机 移动电话',
    '電話 手機 聯絡電話 手機號碼 電話號碼 行動電話',
  ),
  code: words(
    'code customercode customerid customerno customernumber clientid clientcode accountid accountno accountnumber custid memberid id number no',
    '客户编号 客户代码 客户号 客户编码 客户id 会员编号 会员号 编号 代码 编码',
    '客戶編號 客戶代碼 客戶代號 會員編號 編號 代碼 代號',
  ),
  website: words('website domain url web homepage', '网站 网址 域名 官网', '網站 網址 網域 官網'),
  address: words(
    'address streetaddress street address1 address2 addressline1 addressline2 city state province region postcode zip zipcode postalcode suburb town',
    '地址 详细地址 通讯地址 省 省份 市 城市 区 邮编 邮政编码',
    '詳細地址 通訊地址 縣市 區 郵遞區號',
  ),
  country: words('country countrycode nation', '国家 国别', '國家 國別'),
  relation: words('relation relationship', '关系 客户关系', '關係 客戶關係'),
  tier: words(
    'tier grade level class rank customerlevel',
    '等级 级别 客户等级 客户级别 分级',
    '等級 級別 客戶等級 分級',
  ),
  stage: words(
    'stage status customerstatus lifecycle lifecyclestage',
    '状态 客户状态 阶段',
    '狀態 客戶狀態 階段',
  ),
  tags: words('tags tag labels label groups group segment', '标签 分组', '標籤 分組'),
  owner: words(
    'owner accountmanager salesrep salesperson assignedto responsible',
    '负责人 业务员 销售员 客户经理 跟进人 所有人',
    '負責人 業務員 銷售員 客戶經理 跟進人',
  ),
  referredBy: words(
    'referredby referrer referral referredbycode introducedby',
    '推荐人 介绍人 推荐客户',
    '推薦人 介紹人',
  ),
  lastContact: words(
    'lastcontact lastcontacted lastcontactdate lastcontactat lastactivity',
    '最近联系 最近联系时间 上次联系 最后联系',
    '最近聯絡 上次聯絡 最後聯絡',
  ),
  note: words(
    'note notes remark remarks comment comments description memo',
    '备注 说明 描述',
    '備註 說明 附註',
  ),
};

function words(...lists: string[]): string[] {
  return lists.flatMap((list) => list.split(' '));
}
