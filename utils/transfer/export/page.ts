import { escapeHtml } from './html';

/** One customer as a page that any browser shows: no script, nothing loaded, every text escaped. */

export interface PagePart {
  title: string;
  /** A table of label and value, or rows under headers. */
  rows: Array<readonly string[]>;
  headers?: readonly string[];
}

const STYLE =
  'body{font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2327}' +
  'h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}' +
  'th,td{text-align:start;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #d9dee3;white-space:pre-wrap;overflow-wrap:anywhere}' +
  'th{font-weight:600;width:12rem}thead th{width:auto;color:#55606a}p{color:#55606a}';

/** `lang`: BCP 47; `madeAt`: a line that says when it was made. Parts without rows are left out. */
export function customerPage(name: string, lang: string, madeAt: string, parts: readonly PagePart[]): string {
  const title = escapeHtml(name);
  const body = parts.filter(({ rows }) => rows.length > 0).map(partHtml);
  return (
    `<!doctype html>\n<html lang="${escapeHtml(lang)}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n<style>${STYLE}</style>\n</head>\n` +
    `<body>\n<h1>${title}</h1>\n<p>${escapeHtml(madeAt)}</p>\n${body.join('\n')}\n</body>\n</html>\n`
  );
}

function partHtml({ title, rows, headers }: PagePart): string {
  const cell = (text: string, tag: 'td' | 'th') => `<${tag}>${escapeHtml(text)}</${tag}>`;
  const head = headers ? `<thead><tr>${headers.map((text) => cell(text, 'th')).join('')}</tr></thead>` : '';
  const body = rows.map(
    (row) => `<tr>${row.map((text, at) => cell(text, !headers && at === 0 ? 'th' : 'td')).join('')}</tr>`,
  );
  return `<h2>${escapeHtml(title)}</h2>\n<table>${head}<tbody>\n${body.join('\n')}\n</tbody></table>`;
}
