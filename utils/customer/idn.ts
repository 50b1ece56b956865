/** Punycode (RFC 3492) to the one side that is needed: a Unicode label as the ASCII that DNS and mail carry. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return Math.floor(k + ((BASE - T_MIN + 1) * rest) / (rest + 38));
}

const digit = (value: number): string => String.fromCharCode(value < 26 ? value + 97 : value + 22);

/** The variable-length digits of one delta. */
function encodeDelta(delta: number, bias: number): string {
  let out = '';
  let rest = delta;
  for (let k = BASE; ; k += BASE) {
    const t = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (rest < t) return out + digit(rest);
    out += digit(t + ((rest - t) % (BASE - t)));
    rest = Math.floor((rest - t) / (BASE - t));
  }
}

function encode(label: string): string {
  const points = [...label].map((char) => char.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < 0x80);
  let out = String.fromCharCode(...basic) + (basic.length > 0 ? '-' : '');
  let done = basic.length;
  let bias = 72;
  let delta = 0;
  let next = 0x80;
  while (done < points.length) {
    const least = Math.min(...points.filter((point) => point >= next));
    delta += (least - next) * (done + 1);
    next = least;
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      out += encodeDelta(delta, bias);
      bias = adapt(delta, done + 1, done === basic.length);
      delta = 0;
      done += 1;
    }
    delta += 1;
    next += 1;
  }
  return out;
}

/**
 * A domain in the ASCII form of DNS: folded (NFKC, case, ideographic full stops), each label beyond ASCII as
 * `xn--…`. null where it is no domain: empty or over-long labels, fewer than two, or other characters.
 */
export function asciiDomain(domain: string): string | null {
  const folded = domain
    .slice(0, 512)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[。．｡]/g, '.')
    .replace(/\.$/, '');
  const labels = folded.split('.').map((label) => {
    if (label.length > 63) return '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "all of ASCII"
    return /^[\x00-\x7f]*$/.test(label) ? label : `xn--${encode(label)}`;
  });
  const good = labels.length > 1 && labels.every((label) => /^(?!-)[a-z0-9_-]{1,63}$/.test(label));
  const ascii = labels.join('.');
  return good && ascii.length <= 253 && !/^[\d.]+$/.test(ascii) ? ascii : null;
}
