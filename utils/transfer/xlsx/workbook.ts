import { FileProblem } from '../problem';
import { isDateFormat } from './formats';
import { StringsReader } from './strings';
import { xmlTaker } from './xml';
import { type OnBytes, unzip } from './zip';

export interface Sheet {
  name: string;
  /** Its part in the archive. */
  part: string;
}

/** What is read of a workbook before its sheets. */
export interface Workbook {
  sheets: Sheet[];
  /** Days are counted from 1904. */
  from1904: boolean;
  /** Of each cell style, whether it shows a date. */
  dateStyles: boolean[];
  strings: string[];
}

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

/** True where the first bytes are those of a zip archive. */
export const looksZipped = (first: Uint8Array): boolean => first[0] === 0x50 && first[1] === 0x4b;
/** True for the container of Excel 97 files, which also holds encrypted new ones. */
export const looksOldExcel = (first: Uint8Array): boolean =>
  OLD_EXCEL.every((byte, index) => first[index] === byte);

/** Reads all but the sheets of an XLSX file. Throws {@link FileProblem}. */
export async function readWorkbook(file: Blob): Promise<Workbook> {
  const found = new Finder();
  const strings = new StringsReader();
  const parts = new Set<string>();
  await unzip(file, (name) => {
    parts.add(name);
    if (name === 'xl/workbook.xml') return found.workbook();
    if (name === 'xl/_rels/workbook.xml.rels') return found.relations();
    if (name === 'xl/styles.xml') return found.styles();
    return name === 'xl/sharedStrings.xml' ? strings.taker() : undefined;
  });
  const sheets = found.sheets.flatMap(({ name, relation }) => {
    const part = found.targets.get(relation);
    return part && parts.has(part) ? [{ name, part }] : [];
  });
  if (sheets.length === 0) throw new FileProblem('no-sheets');
  return { sheets, from1904: found.from1904, dateStyles: found.dateStyles, strings: strings.strings };
}

class Finder {
  from1904 = false;
  readonly sheets: Array<{ name: string; relation: string }> = [];
  readonly targets = new Map<string, string>();
  readonly dateStyles: boolean[] = [];

  workbook(): OnBytes {
    return xmlTaker({
      open: (name, at) => {
        if (name === 'workbookPr') this.from1904 = at.date1904 === '1' || at.date1904 === 'true';
        else if (name === 'sheet' && at.state !== 'veryHidden')
          this.sheets.push({ name: at.name ?? '', relation: at.id ?? '' });
      },
    });
  }

  relations(): OnBytes {
    return xmlTaker({
      open: (name, at) => {
        if (name !== 'Relationship' || !at.Type?.endsWith('/worksheet')) return;
        const target = at.Target ?? '';
        this.targets.set(at.Id ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      },
    });
  }

  styles(): OnBytes {
    const own = new Map<string, string>();
    let within = false;
    return xmlTaker({
      open: (name, at) => {
        if (name === 'numFmt') own.set(at.numFmtId ?? '', at.formatCode ?? '');
        else if (name === 'cellXfs') within = true;
        else if (name === 'xf' && within)
          this.dateStyles.push(isDateFormat(Number(at.numFmtId ?? 0), own.get(at.numFmtId ?? '')));
      },
      close: (name) => {
        if (name === 'cellXfs') within = false;
      },
    });
  }
}
