/**
 * Gives every class and id of a saved page a name without meaning, as a redesign or a build would. The same name
 * gets the same replacement, in styles and in references (`for`, `aria-labelledby`, `href="#…"`) too, so that
 * the page looks as before. Works on text, so that nothing else of the page changes.
 */
const REFERENCES = /^(id|for|aria-labelledby|aria-controls|aria-describedby|aria-owns|list|headers|form)$/i;

/** Small, seeded, good enough for names (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function randomise(html: string, seed = 1): string {
  const next = random(seed);
  const names = new Map<string, string>();
  const nameFor = (old: string): string => {
    const known = names.get(old);
    if (known) return known;
    const made = `x${Math.floor(next() * 2 ** 40).toString(36)}`;
    names.set(old, made);
    return made;
  };
  const words = (value: string): string => value.replace(/[^\s]+/g, nameFor);
  const tags = html.replace(
    /<[a-z][^\s/>]*(?:\s+[^\s=>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*\s*\/?>/gi,
    (tag) =>
      tag.replace(
        /(\s)([a-z-]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)/gi,
        (whole, space: string, name: string, equals: string, value: string) => {
          const quote = /^["']/.test(value) ? value.charAt(0) : '';
          const inner = quote ? value.slice(1, -1) : value;
          if (/^class$/i.test(name) || REFERENCES.test(name))
            return `${space}${name}${equals}${quote}${words(inner)}${quote}`;
          if (/^href$/i.test(name) && /^#[\w-]+$/.test(inner))
            return `${space}${name}${equals}${quote}#${nameFor(inner.slice(1))}${quote}`;
          return whole;
        },
      ),
  );
  return tags.replace(
    /(<style\b[^>]*>)([\s\S]*?)(<\/style>)/gi,
    (_, open: string, css: string, close: string) => open + inStyles(css, nameFor) + close,
  );
}

/** Class and id selectors of a style sheet; what stands in braces, strings and urls stays as it is. */
function inStyles(css: string, nameFor: (old: string) => string): string {
  return css.replace(/([^{}]*)(\{)/g, (_, selector: string, brace: string) => {
    if (/^\s*@/.test(selector) && !selector.includes('.')) return selector + brace;
    const renamed = selector.replace(
      /([.#])(-?[_a-zA-Z][\w-]*)/g,
      (__, mark: string, name: string) => mark + nameFor(name),
    );
    return renamed + brace;
  });
}
