import { beforeAll, describe, expect, it } from 'vitest';
import { labelOf, useWords } from '../../../utils/detect/labels';
import { isName } from '../../../utils/detect/name';
import { WORDS } from '../../../utils/sites/words';

beforeAll(() => useWords(WORDS));

describe('who looks after a customer is one of us, though the label names the customer', () => {
  it.each([
    'Opiekun',
    'Opiekun klienta:',
    'Opiekun handlowy',
    'Kundenbetreuer',
    'Kundenberaterin',
    'Kundansvarig',
    'Kundeansvarlig',
    'Asiakasvastaava',
    'Müşteri temsilcisi',
    'Chargée de clientèle',
    'Gestor de cuenta',
    'Gerente de conta',
    'Relatiebeheerder',
    'Менеджер клиента',
    'Customer success manager',
    '客户经理',
    '客戶負責人：',
    '大客户经理',
    '顧客担当',
    '고객 담당자',
  ])('%s', (text) => {
    expect(labelOf(text)).toBe('staff');
  });
});

describe('the customer is the customer', () => {
  it.each([
    'Klient',
    'Kunde:',
    'Kundin',
    'Kundendaten',
    'Asiakas',
    'Müşteri',
    'Клиент',
    '客户',
    '客戶名稱',
    '客户联系人',
    '顧客',
    '고객',
    'Contact person',
  ])('%s', (text) => {
    expect(labelOf(text)).toBe('customer');
  });
});

describe('whose address it is says more than that it is one', () => {
  it.each([
    ['Owner email', 'staff'],
    ['客户经理邮箱', 'staff'],
    ['E-Mail des Sachbearbeiters', 'staff'],
    ['Correo del cliente', 'customer'],
    ['Contact Email', 'customer'],
    ['甲方邮箱', 'customer'],
    ['Web Email', 'email'],
    ['公司邮箱', 'company'],
  ])('%s: %s', (text, label) => {
    expect(labelOf(text)).toBe(label);
    expect(isName(text)).toBe(false);
  });
});

describe('what somebody does at the customer’s is no label', () => {
  it.each(['采购经理', 'Purchasing manager', 'Geschäftsführerin', 'Head of Buying'])('%s', (text) => {
    expect(labelOf(text)).toBeNull();
  });
});

describe('what a form is headed by is nobody’s name, nor are initials and what stands between dots', () => {
  it.each([
    'Edit Customer',
    'Add a contact',
    'View company details',
    'Kunde bearbeiten',
    'Modifier le client',
    '编辑客户',
    '新增联系人',
    'ML',
    'Lead · New',
  ])('%s', (text) => {
    expect(isName(text)).toBe(false);
  });
  it.each([
    'Edith Customer',
    'Addie Contact',
    'Viewpoint Ltd',
    'Edit Piaf',
    '编钟文化有限公司',
    '阿列克谢·伊万诺夫',
  ])('but %s may be', (text) => {
    expect(isName(text)).toBe(true);
  });
});
