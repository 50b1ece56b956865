import { FileProblem } from '../problem';
import { xmlTaker } from './xml';
import type { OnBytes } from './zip';

/** Characters of all shared strings together: they are kept while the sheet is read. */
const MOST_CHARS = 100_000_000;

/** Reads the shared strings: their runs joined, the reading hints of East Asian text (`rPh`) left out. */
export class StringsReader {
  readonly strings: string[] = [];
  #chars = 0;

  taker(): OnBytes {
    let text = '';
    let within = false;
    let hint = 0;
    return xmlTaker({
      open: (name) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') hint++;
        within = name === 't' && hint === 0;
      },
      text: (more) => {
        if (within) text += more;
      },
      close: (name) => {
        if (name === 't') within = false;
        else if (name === 'rPh') hint--;
        else if (name === 'si') this.#add(text);
      },
    });
  }

  #add(text: string): void {
    this.#chars += text.length;
    if (this.#chars > MOST_CHARS) throw new FileProblem('zip-bomb');
    this.strings.push(unescaped(text));
  }
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
