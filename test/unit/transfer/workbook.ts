import { strToU8, zipSync } from 'fflate';

/** What a test puts into a workbook. */
export interface Made {
  sheets: Record<string, string>;
  strings?: Array<string | { xml: string }>;
  /** Number formats of the cell styles, in order: an id, or a code of one's own. */
  formats?: Array<number | string>;
  from1904?: boolean;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A workbook as spreadsheets write it, of sheets given as the inside of `sheetData`. */
export function workbook({ sheets, strings = [], formats = [0], from1904 = false }: Made): Blob {
  const names = Object.keys(sheets);
  const own = formats.flatMap((format, at) =>
    typeof format === 'string'
      ? [`<numFmt numFmtId="${200 + at}" formatCode="${format.replaceAll('"', '&quot;')}"/>`]
      : [],
  );
  const styles = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'string' ? 200 + at : format}"/>`,
  );
  const files: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook xmlns="x" xmlns:r="y"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
        .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="http://x/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ),
  };
  names.forEach((name, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
    );
  });
  // most writers put the strings behind the sheets
  files['xl/sharedStrings.xml'] = strToU8(
    `<sst>${strings.map((text) => (typeof text === 'string' ? `<si><t xml:space="preserve">${escaped(text)}</t></si>` : `<si>${text.xml}</si>`)).join('')}</sst>`,
  );
  return new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);
}
