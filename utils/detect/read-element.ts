import { canonicalEmail, cleanName, findMailboxes, type Mailbox } from '../customer/email';
import { MAX_ATTRIBUTE, MAX_TOOLTIP } from './bounds';
import * as dom from './dom';
import { labelIn, labelOf, memo, says } from './labels';
import { phoneIn } from './phone';
import { add, labelFor } from './read-text';
import type { Find, Spot, Via, WalkState } from './spot';
import type { Label } from './types';

/** Attributes that hold no party: styling, resources, examples of input, scripts. */
const IGNORED =
  /^(class|style|id|src|srcset|sizes|d|action|placeholder|pattern|for|value|content|on.*|aria-(labelledby|describedby|controls|owns)|xmlns.*|.*url.*|data-src.*|data-(test|cy|qa).*)$/;
const HINTS =
  /^(title|aria-label|aria-description|alt|data-tooltip|data-original-title|data-bs-original-title|tooltip)$/;
const NAMES = ['name', 'data-name', 'n', 'data-hovercard-name', 'data-display-name', 'fromname'];
const HINTS_OF_FIELD = ['name', 'placeholder', 'aria-label'];
const FIELD_TYPES = /^(|text|email|tel|search|url|input)$/;

const isIgnored = memo((name) => IGNORED.test(name));
const mailboxesIn = memo((value): readonly Mailbox[] => findMailboxes(value, 4));

/** Reads one element's attributes and, for a field, its value: at most one address each. */
export function readElement(spot: Spot, names: string[], state: WalkState): void {
  if (spot.tag === 'input') {
    readField(spot, dom.inputValue(spot.el), state);
    return;
  }
  // A field of a kit's own: what it draws may stand in a closed shadow.
  if (names.includes('value') && spot.tag.includes('-'))
    readField(spot, dom.attribute(spot.el, 'value') ?? '', state);
  for (const name of names) {
    if (name === 'href') readLink(spot, state);
    else if (!isIgnored(name)) readAttribute(spot, name, state);
  }
}

function readField(spot: Spot, said: string, state: WalkState): void {
  const type = (dom.attribute(spot.el, 'type') ?? '').toLowerCase();
  if (!FIELD_TYPES.test(type)) return;
  const value = said.trim();
  if (value === '' || value.length > MAX_ATTRIBUTE) return;
  const hints = HINTS_OF_FIELD.map((name) => dom.attribute(spot.el, name) ?? '');
  const label = ownLabel(spot) ?? labelFor(spot, state) ?? hints.map(labelIn).find(Boolean) ?? null;
  if (type === 'search' || dom.attribute(spot.el, 'role') === 'searchbox' || says('search', hints.join('\n')))
    return;
  if (dom.isVisible(spot.el)) {
    state.fields.push({ order: state.order, text: value, label });
    state.shorts.push({ text: value, order: state.order, spot, label });
  }
  if (label === 'name') return; // an address there is what somebody calls themselves
  if (value.includes('@')) {
    for (const box of findMailboxes(value, 20)) {
      add(spot, 'email', box.address, 'value', state, { name: box.name, label });
    }
    if (label) state.labelAge = 0;
    return;
  }
  const phone = phoneIn(value, type === 'tel' || label === 'phone');
  if (phone) add(spot, 'phone', phone, 'value', state, { label });
}

/** What a field of a kit says of itself, or what stands behind one as its label and floats above it (Bootstrap, Material). */
function ownLabel({ el, tag }: Spot): Label | null {
  if (tag !== 'input') return labelOf(dom.attribute(el, 'label') ?? '');
  const label = dom.labelsOf(el)?.[0];
  return label && dom.isAfter(label, el) ? labelOf((dom.textContent(label) ?? '').trim()) : null;
}

function readLink(spot: Spot, state: WalkState): void {
  const href = (dom.attribute(spot.el, 'href') ?? '').slice(0, 2_000);
  if (/^tel:/i.test(href)) {
    const phone = phoneIn(decode(href.slice(4)), true);
    if (phone) claim(spot, 'phone', phone, 'link', state);
    return;
  }
  if (!/^mailto:/i.test(href)) return;
  const address =
    canonicalEmail(href) ?? findMailboxes(decode(href.slice(7).split('?', 1)[0] ?? ''), 1)[0]?.address;
  if (address) claim(spot, 'email', address, 'link', state);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readAttribute(spot: Spot, name: string, state: WalkState): void {
  let value = dom.attribute(spot.el, name) ?? '';
  if (value.length < 6 || value.length > MAX_TOOLTIP || !value.includes('@')) return;
  // A tooltip that is a small page of its own says several things: which of its words is the name is not told.
  const markup = /<(b|br|div|p|span|table)\b[^<>@]*>/i.test(value);
  if (markup) value = value.replace(/<[^<>@]*>/g, ' ').replace(/\s+/g, ' ');
  if (value.length > MAX_ATTRIBUTE) return;
  if (value.includes('://') || value.includes('{')) return;
  const boxes = mailboxesIn(value);
  const via: Via = HINTS.test(name) ? 'hint' : 'attribute';
  const last = boxes[boxes.length - 1];
  if (!last || boxes.length > 3) return;
  // `"boss@big.example" <thief@bad.example>`: the one in the brackets is the address.
  const said = labelIn(value.split(/[:：]/u, 1)[0] ?? '');
  for (const box of /[<＜〈]/u.test(value) ? [last] : boxes) {
    const found = claim(spot, 'email', box.address, via, state, markup ? '' : box.name, value);
    found.label = said ?? found.label ?? (markup ? 'other' : null);
  }
  // A tooltip that tells of several is the name of none.
  if (boxes.length > 1 && via === 'hint') spot.claim = null;
}

/** Notes an address that the element itself names; the same one from a second attribute only adds its name. */
function claim(
  spot: Spot,
  kind: Find['kind'],
  value: string,
  via: Via,
  state: WalkState,
  said = '',
  context = '',
): Find {
  const known = spot.claim;
  if (known && known.value === value) {
    known.name ||= said;
    if (via !== 'hint') known.via = via;
    return known;
  }
  const name = said || cleanName(NAMES.map((key) => dom.attribute(spot.el, key)).find(Boolean) ?? '');
  const found = add(spot, kind, value, via, state, { name, label: labelFor(spot, state), context });
  spot.claim ??= found;
  if (found.label) state.labelAge = 0;
  return found;
}
