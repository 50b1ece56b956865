import { reasonText } from '../../../components/dashboard/import/words';
import { t } from '../../../utils/i18n';
import type { ImportRow, Store } from '../../../utils/store';
import { csvText } from '../../../utils/transfer/csv-write';
import type { ImportKind } from '../../../utils/transfer/headers';

export interface TextFile {
  name: string;
  text: string;
}

/** Hands a text to the browser as a download. */
export function downloadText({ name, text }: TextFile, type = 'text/csv'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // the browser reads it after the click
}

/** All refused rows of an import, with line and reason before the cells as they were: mended, the file can be imported again. */
export async function rejectsFile(store: Store, row: ImportRow): Promise<TextFile> {
  const rows: string[][] = [];
  for (let after = -1; ; ) {
    const parts = await store.rejects(row.id, after, 10);
    for (const part of parts)
      for (const { line, cells, reason } of part.rows)
        rows.push([String(line), reasonText(reason), ...cells]);
    const last = parts.at(-1);
    if (!last) break;
    after = last.part;
  }
  const base = row.fileName.replace(/\.[^.]*$/, '');
  return {
    name: `${base}-rejected.csv`,
    text: csvText([t('import_line'), t('import_why'), ...row.headers], rows),
  };
}

/** A small file that shows what can be imported, in the reader's language. */
export function exampleFile(kind: ImportKind): TextFile {
  const name = `margin-${kind}.csv`;
  if (kind === 'transactions') {
    const fields = [
      'customer',
      'date',
      'amount',
      'currency',
      'kind',
      'product',
      'category',
      'cost',
      'order',
    ] as const;
    const headers = fields.map((field) => t(`import_field_${field}`));
    return {
      name,
      text: csvText(headers, [
        ['C-1001', '2026-01-15', '1200.00', 'CNY', 'sale', 'Oolong 500 g', 'Tea', '640.00', 'SO-2201'],
        ['C-1001', '2026-02-03', '80.00', 'CNY', 'refund', 'Oolong 500 g', 'Tea', '', 'SO-2201'],
        ['C-1002', '2026-02-11', '15.50', 'USD', 'service', '', '', '', ''],
      ]),
    };
  }
  const fields = [
    'code',
    'name',
    'kind',
    'contact',
    'email',
    'phone',
    'address',
    'tier',
    'referredBy',
    'note',
  ] as const;
  const headers = fields.map((field) => t(`import_field_${field}`));
  return {
    name,
    text: csvText(headers, [
      [
        'C-1001',
        '恒信物流有限公司',
        'company',
        '王芳',
        'wang.fang@hengxin.example',
        '+86 10 5550 0134',
        '',
        'core',
        '',
        '',
      ],
      [
        'C-1002',
        'Ada Brook',
        'person',
        '',
        'ada@brook.example',
        '+44 20 7946 0018',
        '',
        '',
        'C-1001',
        'Met at the fair',
      ],
    ]),
  };
}
