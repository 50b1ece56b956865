import { Settle } from './settle';

/** Attributes that show and hide views or carry the address itself; others change nothing about who is shown. */
const TELLING = [
  'hidden',
  'aria-hidden',
  'aria-selected',
  'aria-current',
  'class',
  'style',
  'href',
  'value',
  'title',
  'email',
];

const SCROLL = { capture: true, passive: true };

export interface Watching {
  /** Look again at the next idle moment, whatever has changed. */
  again(): void;
  /** Somebody may be here: a new address is told as it comes from now on, not with the next change of the content. */
  closely(): void;
  /** Whether scrolling brings something new to read: a list longer than is read at once. */
  follow(long: boolean): void;
  stop(): void;
}

/**
 * Tells when a page has something new to read. One observer that only notes that something changed; the reading
 * is done once the content has settled. `left` is called at once when the address changes without a reload, so
 * that the old person can be cleared before the new one is drawn. Until somebody may be here ({@link Watching.closely})
 * nothing but that one observer is in the page.
 */
export function watch(page: Document, on: { settled(): void; left(): void }): Watching {
  const view = page.defaultView;
  if (!view) {
    const nothing = () => undefined;
    return { again: nothing, closely: nothing, follow: nothing, stop: nothing };
  }
  const settle = new Settle(view, on.settled);
  let url = view.location.href;
  const moved = () => {
    if (view.location.href === url) return;
    url = view.location.href;
    on.left();
    settle.fresh();
  };
  const observer = new MutationObserver((mutations) => {
    moved();
    if (mutations.some(tells)) settle.changed();
  });
  observer.observe(page, {
    childList: true,
    subtree: true,
    characterDataOldValue: true,
    attributeFilter: TELLING,
    attributeOldValue: true,
  });
  // The Navigation API tells of pushState as it happens; where it is missing the next mutation does.
  const targets = (): Array<[EventTarget | undefined, string]> => [
    [(view as { navigation?: EventTarget }).navigation, 'currententrychange'],
    [view, 'popstate'],
    [view, 'hashchange'],
  ];
  const scrolled = () => settle.changed();
  const follow = (long: boolean) => {
    if (long) page.addEventListener('scroll', scrolled, SCROLL);
    else page.removeEventListener('scroll', scrolled, SCROLL);
  };
  settle.soon();
  return {
    again: () => settle.soon(),
    closely: () => {
      for (const [target, type] of targets()) target?.addEventListener(type, moved);
    },
    follow,
    stop: () => {
      observer.disconnect();
      follow(false);
      settle.stop();
      for (const [target, type] of targets()) target?.removeEventListener(type, moved);
    },
  };
}

/** It may change who is shown: a clock, a counter, "3 minutes ago", a moved box do not. */
function tells(mutation: MutationRecord): boolean {
  const { type, target, oldValue, attributeName, addedNodes, removedNodes } = mutation;
  if (type === 'characterData') return differs(oldValue, target.nodeValue);
  if (type === 'attributes') {
    const now = Element.prototype.getAttribute.call(target, attributeName ?? '');
    return attributeName === 'style' ? shown(oldValue) !== shown(now) : differs(oldValue, now);
  }
  // Only the body is read: what stands beside it, as the margin itself does, tells of nobody.
  if (target.nodeName === 'HTML')
    return [...addedNodes].some(({ nodeName }) => /^(BODY|FRAMESET)$/.test(nodeName));
  const [before, after] = [removedNodes[0], addedNodes[0]];
  const texts = before?.nodeType === 3 && after?.nodeType === 3;
  return texts && removedNodes.length + addedNodes.length === 2
    ? differs(before.nodeValue, after.nodeValue)
    : true;
}

const shown = (style: string | null): string =>
  String((style ?? '').match(/(display|visibility|content-visibility)\s*:\s*[\w-]+/g));

/**
 * Short runs of digits that count up say nothing, unless an address holds them; longer ones may be a phone or a code. An attribute that is there
 * and empty (`hidden`) is not one that is missing.
 */
function differs(before: string | null, after: string | null): boolean {
  const shape = (text: string | null): string | null =>
    text === null || text.length > 200 || text.includes('@')
      ? text
      : text.replace(/(?<!\d)\d{1,4}(?!\d)/g, '0');
  return shape(before) !== shape(after);
}
