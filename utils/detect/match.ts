/** Match patterns, as browsers write them: read without a regular expression, which a long address could keep busy. */

const SHAPE = /^(\*|https?):\/\/([^/]+)(\/.*)$/;

/** Whether a page's address is among those of a pattern (`https://*.mail.example/path/*`); its port is any. */
export function isMatch(pattern: string, url: string): boolean {
  const page = URL.parse(url);
  return page !== null && isAt(pattern, page);
}

/** The same of an address that is taken apart: many patterns are asked about one. */
export function isAt(pattern: string, page: URL): boolean {
  const [, scheme, host = '', path = ''] = SHAPE.exec(pattern) ?? [];
  if (!scheme || !/^https?:$/.test(page.protocol)) return false;
  if (scheme !== '*' && `${scheme}:` !== page.protocol) return false;
  return isHost(host, page.hostname) && isGlob(path, page.pathname + page.search + page.hash);
}

function isHost(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  if (pattern.startsWith('*.')) return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
  return isGlob(pattern, host);
}

/** `*` stands for any text. Each part is looked for after the one before: one way through, whatever the text. */
function isGlob(glob: string, text: string): boolean {
  const parts = glob.split('*');
  const first = parts.shift() ?? '';
  const last = parts.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
