import { MAX_FOLDED } from './bounds';
import * as dom from './dom';
import type { Spot, Zone } from './spot';

/** What one element is to the walk: shown or not, where in the page, a control of the host. */

const CONTROLS = new Set(['button', 'select', 'textarea', 'summary', 'input']);
const CONTROL_ROLES = /^(button|tab|menuitem|checkbox|switch|textbox|combobox|option|searchbox|radio)$/;
/** Parts that a host builds and a mail's sanitised markup does not have. */
const LANDMARKS = new Set(['main', 'aside', 'nav', 'form', 'article', 'dl', 'dialog']);
const NAV_ROLES = /^(navigation|banner|menubar|menu|contentinfo|tablist|tooltip|search|tree)$/;
const INACTIVE = /^data-(is-)?(active|visible|selected|open|current|shown)$/;

export function isDisplayed(el: Element): boolean {
  // Elements with display: contents have no box of their own (2026-11: checkVisibility says false for them).
  return dom.isVisible(el) || getComputedStyle(el).display === 'contents';
}

export function zoneOf(el: Element, tag: string, role: string, parent: Spot | null, names: string[]): Zone {
  const above = parent?.zone ?? 'main';
  if (names.length > 0 && isOut(el, names)) return 'out';
  if (above !== 'main' && above !== 'aside') return above;
  if (tag === 'nav' || (role !== '' && NAV_ROLES.test(role))) return 'nav';
  if ((tag === 'header' || tag === 'footer') && isPageLevel(parent)) return 'nav';
  if (tag === 'blockquote') return 'quote';
  if (tag === 'aside' || role === 'complementary') return 'aside';
  return above;
}

function isOut(el: Element, names: string[]): boolean {
  if (names.includes('hidden') && dom.attribute(el, 'hidden') !== 'until-found') return true;
  if (names.includes('inert')) return true;
  if (names.includes('aria-hidden') && dom.attribute(el, 'aria-hidden') === 'true') return true;
  return names.some((name) => INACTIVE.test(name) && dom.attribute(el, name) === 'false');
}

/** A small hidden part in the content: the folded details of a header, a quoted mail; not another view. */
export function mayBeFolded(spot: Spot): boolean {
  const { el, parent } = spot;
  if (!parent || parent.zone === 'nav' || spot.tag.includes('-')) return false;
  return dom.countIn(el) <= MAX_FOLDED && dom.attribute(el, 'inert') === null;
}

function isPageLevel(spot: Spot | null): boolean {
  for (let at = spot; at; at = at.parent) {
    if (/^(main|article|section|li|td|dialog)$/.test(at.tag)) return false;
    if (/^(main|article|listitem|region|dialog|tabpanel|row|cell)$/.test(at.role)) return false;
  }
  return true;
}

export function isControl(el: Element, tag: string, role: string, names: string[]): boolean {
  if (CONTROLS.has(tag)) return dom.attribute(el, 'type') !== 'hidden';
  if (LANDMARKS.has(tag)) return true;
  if (role !== '' && CONTROL_ROLES.test(role)) return true;
  if (tag === 'a') return /^javascript:/i.test(dom.attribute(el, 'href') ?? '');
  return names.includes('onclick') || names.includes('contenteditable');
}
