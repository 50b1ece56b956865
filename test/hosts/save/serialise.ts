/**
 * Runs inside the page (or frame) to be saved. The result is the live document as the detector would meet it:
 * form values, which are properties only, become attributes; what is hidden says so itself (`style`); of the style
 * sheets the rules about layout that apply here stay; scripts, pictures and comments go.
 * Self-contained: Playwright sends its source text.
 */
export function serialise(): string {
  const LAYOUT =
    /^(display|position|float|clear|flex|grid|align|justify|order|gap|width|height|min-|max-|margin|padding|top|right|bottom|left|inset|overflow|visibility|opacity|box-sizing|font-size|line-height|white-space|transform|clip|table-layout|vertical-align|--)/;

  const layoutOf = (style: CSSStyleDeclaration): string =>
    style.cssText
      .split(';')
      .map((part) => part.trim())
      .filter((part) => LAYOUT.test(part) && !part.includes('url('))
      .join(';');

  const applies = (selector: string): boolean => {
    if (/::|:(before|after|hover|focus|active|visited)/.test(selector)) return false;
    try {
      return document.querySelector(selector) !== null;
    } catch {
      return false;
    }
  };

  const keep = (rule: CSSRule): string => {
    if (rule instanceof CSSStyleRule) {
      const body = layoutOf(rule.style);
      const selectors = rule.selectorText.split(/,(?![^(]*\))/).filter(applies);
      return body && selectors.length > 0 ? `${selectors.join(',')}{${body}}\n` : '';
    }
    const inner = rule instanceof CSSMediaRule && matchMedia(rule.media.mediaText).matches;
    const supported = rule instanceof CSSSupportsRule && CSS.supports(rule.conditionText);
    return inner || supported ? [...rule.cssRules].map(keep).join('') : '';
  };

  // A sheet for printing hides what stands on the screen.
  const shown = [...document.styleSheets].filter(({ media }) => matchMedia(media.mediaText).matches);
  const rules = shown.map((sheet) => [...sheet.cssRules].map(keep).join('')).join('');
  const css = rules.replace(/(--[\w-]+):[^;}]*;?/g, (whole, name: string) =>
    rules.includes(`var(${name}`) ? whole : '',
  );

  const reflect = (live: Element, copy: Element): void => {
    if (live instanceof HTMLInputElement && live.type !== 'password') {
      if (live.value) copy.setAttribute('value', live.value);
      copy.toggleAttribute('checked', live.checked);
    } else if (live instanceof HTMLTextAreaElement) copy.textContent = live.value;
    else if (live instanceof HTMLOptionElement) copy.toggleAttribute('selected', live.selected);
  };

  const hide = (live: Element, copy: Element): void => {
    const style = getComputedStyle(live);
    if (style.display === 'none') copy.setAttribute('style', 'display:none');
    else if (style.visibility === 'hidden') copy.setAttribute('style', 'visibility:hidden');
  };

  /** Request Tracker's menus carry whole searches in their links: the start is enough. */
  const shorten = (copy: Element): void => {
    const href = copy.getAttribute('href') ?? '';
    if (href.length > 300) copy.setAttribute('href', href.slice(0, 200));
  };

  const empty = (live: Element, copy: Element): void => {
    const box = live.getBoundingClientRect();
    for (const name of ['src', 'srcset', 'xlink:href']) copy.removeAttribute(name);
    copy.setAttribute('width', String(Math.round(box.width)));
    copy.setAttribute('height', String(Math.round(box.height)));
    copy.replaceChildren();
  };

  const clone = document.documentElement.cloneNode(true) as Element;
  const lives = [...document.documentElement.querySelectorAll('*')];
  const copies = [...clone.querySelectorAll('*')];
  lives.forEach((live, i) => {
    const copy = copies[i];
    if (!copy || live.closest('head')) return;
    reflect(live, copy);
    hide(live, copy);
    shorten(copy);
    if (/^(svg|img|iframe|canvas|video|object|embed)$/i.test(live.tagName)) empty(live, copy);
  });
  for (const gone of clone.querySelectorAll('script, noscript, link, style, template, meta, base'))
    gone.remove();

  const walker = document.createTreeWalker(clone, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  const comments: Node[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.COMMENT_NODE) comments.push(node);
    else if (/^\s*\n\s*$/.test(node.nodeValue ?? '')) node.nodeValue = '\n';
  }
  for (const node of comments) node.parentNode?.removeChild(node);

  const head = clone.querySelector('head');
  const style = document.createElement('style');
  style.textContent = css;
  const charset = document.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  head?.prepend(charset);
  head?.append('\n', style);
  return `<!DOCTYPE html>\n${clone.outerHTML}\n`;
}
