import { cleanName, findMailboxes, type Mailbox } from '../customer/email';
import * as dom from './dom';
import { isHeader, labelOf, memo, says } from './labels';
import { isName } from './name';
import { phoneIn, phonesIn } from './phone';
import { isProse } from './prose';
import type { Find, Spot, WalkState } from './spot';
import { branches, upward } from './spot';

/** What stands between parts of a header and says nothing. */
const FILLER =
  /^[\s<>＜＞〈〉()（）[\],，;；:：|·•\-–—/&"'*+]+$|^(and|und|et|y|e|en|och|og|i|и|和|及|与|by|von|par|por|由)$/u;

const isFiller = memo((text) => FILLER.test(text));
const mailboxesIn = memo((text): readonly Mailbox[] => findMailboxes(text, 60));

function markQuoted(state: WalkState): void {
  const last = state.finds[state.finds.length - 1];
  if (last && state.order - last.order < 5) last.quoted = true;
}

/** Reads one text node: label, mailboxes, phone, code; remembers it as what may name the address that follows. */
export function readText(text: string, spot: Spot, state: WalkState): void {
  if (isFiller(text)) {
    if (/[<＜〈]/u.test(text)) state.bracket = state.order;
    // A colon on its own makes the words before it a label, though not one that is known.
    if (/^[:：]/u.test(text) && state.lastTextOrder > state.labelOrder) state.label = null;
    return;
  }
  if (text.includes('@')) {
    readMailboxes(text, spot, state);
    return;
  }
  if (text.length < 60 && says('wrote', text)) markQuoted(state);
  const [, lead = text, rest = ''] = /[:：]/.test(text)
    ? (/^([^:：\n]{1,40})[:：](.+)$/su.exec(text) ?? [])
    : [];
  const label = labelOf(lead);
  if (saysOfBefore(spot)) return;
  if (label) {
    Object.assign(state, { label, labelAge: 0, labelSpot: spot, labelOrder: state.order });
    if (label === 'recipient' && spot.zone !== 'folded') state.recipients.push({ order: state.order, spot });
    // "Phone: +44 …", "To: Per Dahl <": what follows in the same text is read as if it stood by itself.
    if (rest.trim() !== '' && text.length <= 160) readText(rest.trim(), spot, state);
    return;
  }
  if (isUnknownLabel(text, spot)) state.label = null;
  if (text.length <= 60) state.shorts.push({ text, order: state.order, spot, label: labelFor(spot, state) });
  readPhone(text, spot, state);
  if (spot.zone !== 'folded') readCode(text, spot, state);
  nameClaim(text, spot);
  remember(text, spot, state);
}

/** Lines "Name: value" as in the source of a mail, and those that continue one. */
const HEAD = /^(?:[A-Z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}/;

/** Reads the parties from a mail's header where a text begins with one; what is left of the text. */
export function readHead(text: string, spot: Spot, state: WalkState): string {
  const [head = ''] = (text.includes('@') && HEAD.exec(text)) || [];
  for (const line of head.split('\n')) {
    if (!isHeader(labelOf(line.split(':', 1)[0] ?? ''))) continue;
    state.order++;
    readText(line, spot, state);
  }
  return text.slice(head.length).trim();
}

const LABELS = new Set(['dt', 'th', 'label']);

/** In the label of a field that has been read: it says nothing of what follows. */
function saysOfBefore(spot: Spot): boolean {
  const label = upward(spot, 3, ({ tag }) => tag === 'label')?.el;
  const field = label && dom.labelled(label);
  return field ? dom.isAfter(label, field) : false;
}

/** A label in words that are not known: what the one before it said ends here. */
function isUnknownLabel(text: string, spot: Spot): boolean {
  if (text.length > 40) return false;
  return /[:：]$/u.test(text) || upward(spot, 2, ({ tag }) => LABELS.has(tag)) !== null;
}

function remember(text: string, spot: Spot, state: WalkState): void {
  // "Created: Nov 9" is said in full: whoever stands below did not do it.
  state.labelAge += state.label === 'staff' && /\d/.test(text) ? 2 : 1;
  state.lastText = text.length <= 160 ? text : '';
  state.lastTextOrder = state.order;
  state.lastTextSpot = spot;
}

const claimOf = (spot: Spot): Find | null => upward(spot, 4, ({ claim }) => claim)?.claim ?? null;

function nameClaim(text: string, spot: Spot): void {
  const claim = claimOf(spot);
  if (!claim) return;
  if (
    claim.name === '' &&
    text.length <= 1_000 &&
    !/\d{3}|^[A-Z]{1,2}$/.test(text) &&
    !labelOf(text) &&
    !says('noName', text)
  )
    claim.name = cleanName(text);
}

function readMailboxes(text: string, spot: Spot, state: WalkState): void {
  const claim = claimOf(spot);
  const boxes = mailboxesIn(text);
  if (boxes.length === 0) {
    if (!claim && !readDivided(text, spot, state)) remember(text, spot, state);
    return;
  }
  if (claim && text.length < 200) {
    const own = boxes.find((box) => box.address === claim.value);
    const beside = state.order - state.bracket < 4 || state.lastTextSpot === claim.spot.parent;
    if (own) claim.name ||= own.name || (beside ? nameBefore(spot, state) : '');
    return; // another address as the text of a link or chip is a display name, not a party
  }
  const bare = text.length <= (boxes[0]?.address.length ?? 0) + 4;
  const lead = text.search(/[^\s"'“<＜〈(（]/u);
  if (bare && state.called.get(hrefOf(spot)) === boxes[0]?.address) return;
  if (bare) dropNamesake(spot, state);
  if (bare && lead > 0 && /[<＜〈]/u.test(text.slice(0, lead))) dropImpostor(spot, state);
  const around = labelFor(spot, state);
  // One mailbox with its brackets is a header part however long its name; other long texts are sentences.
  const sentence =
    !(boxes.length === 1 && /[>＞〉]$/u.test(text)) && (isProse(text, spot.tag) || isTold(text));
  for (const box of boxes) {
    const name = (sentence && !isName(box.name) ? '' : box.name) || (bare ? nameBefore(spot, state) : '');
    const label = lineLabel(text, box.address) ?? around;
    const find = add(spot, 'email', box.address, 'text', state, { name, label, context: text });
    find.guessed = box.name === '';
    find.quoted = sentence || says('wrote', text.slice(text.lastIndexOf('@')).replace(/^[^\s>)]*/u, ''));
  }
  if (around) state.labelAge = 0;
}

/** Words, and not those of a name, lead up to an address without a colon ("Reminders are sent from ann@shop.example") or follow it. */
const isTold = (text: string): boolean =>
  /@[\w.-]+\s*([)）>＞]\s*[\u3400-\u9fff]{2}|[\u3400-\u9fff]{6})/u.test(text) ||
  (/^[^:：@]*(?=\s\S*@)/u.exec(text)?.[0].match(/(?<!\p{L})\p{Ll}+/gu)?.length ?? 0) >= 4;

/** `ann@` and `shop.example` in elements of their own: together they stand in the parent, or in the one above it. */
function readDivided(text: string, spot: Spot, state: WalkState): boolean {
  if (!/^@|@$/.test(text) || text.length > 80) return false;
  const part = text.toLowerCase().match(/\S*@\S*/)?.[0] ?? ' ';
  let whole = '';
  let box: Mailbox | undefined;
  upward(spot, 3, ({ el }) => {
    whole = dom.textContent(el) ?? '';
    box =
      whole.length < 200 ? mailboxesIn(whole.trim()).find((one) => one.address.includes(part)) : undefined;
    return box;
  });
  if (!box) return false;
  const name = box.name || nameBefore(spot, state);
  const label = labelFor(spot, state);
  add(spot, 'email', box.address, 'text', state, { name, label, context: whole });
  if (label) state.labelAge = 0;
  return true;
}

/** The label in the same text and line: "From: Ann <ann@shop.example>" in a plain-text header. */
function lineLabel(text: string, address: string): Find['label'] {
  const before = text.slice(0, Math.max(0, text.toLowerCase().indexOf(address)));
  return labelOf(/(?:^|\n)[\s>*]*([^@:：<\n]{1,40})[:：][^:：\n]*$/u.exec(before.slice(-300))?.[1] ?? '');
}

/** `boss@big.example` `<thief@bad.example>`: the text right before a bracketed address is its display name. */
function dropImpostor(spot: Spot, state: WalkState): void {
  const last = state.finds[state.finds.length - 1];
  if (last?.via !== 'text' || last.kind !== 'email' || state.order - last.order > 3) return;
  const near = last.spot === spot || last.spot.parent === spot || last.spot.parent === spot.parent;
  if (near && last.context.length < last.value.length + 4) state.finds.pop();
}

/**
 * An address right before another one, in an element of another kind: there others have their display name. Where it is
 * a link's text, the other links to the same record say no more.
 */
function dropNamesake(spot: Spot, state: WalkState): void {
  const last = state.finds[state.finds.length - 1];
  if (last?.via !== 'text' || last.context !== last.value) return;
  const beside = last.spot.parent === spot.parent && last.spot.tag !== spot.tag && spot.tag !== 'br';
  if (beside && state.order - last.order <= 2) state.finds.pop();
  else if (isTitleOf(last, spot, state)) {
    state.finds.pop();
    state.called.set(hrefOf(last.spot), last.value);
  }
}

const hrefOf = ({ el }: Spot): string => dom.attribute(el, 'href') ?? '';

/** A link's whole text, nothing said between it and what stands below it in another form. */
function isTitleOf(last: Find, spot: Spot, state: WalkState): boolean {
  if (hrefOf(last.spot).length < 2 || state.order - last.order > 9) return false;
  if (Math.max(state.lastTextOrder, state.labelOrder) > last.order) return false;
  const [above, below] = branches(last.spot, spot);
  return above !== null && below !== null && above.tag === 'a' && below.kids.length > 0;
}

function nameBefore(spot: Spot, state: WalkState): string {
  const { lastText, lastTextSpot, lastTextOrder, order } = state;
  if (!lastTextSpot || order - lastTextOrder > 6 || state.labelOrder > lastTextOrder) return '';
  const near = upward(
    spot,
    4,
    (at) => at === lastTextSpot || at === lastTextSpot.parent || at === lastTextSpot.parent?.parent,
  );
  const name = lastText.replace(/[\s<＜〈]+$/u, '');
  return near && isName(name) ? cleanName(name) : '';
}

/** Texts between a label and its address: a name; below "Bill to" a whole postal address. */
const NEAR = 2;
const FAR = 5;

/** The label that governs this place: close before it. */
export function labelFor(spot: Spot, state: WalkState): Find['label'] {
  if (!state.label || !state.labelSpot || state.labelAge > (state.label === 'customer' ? FAR : NEAR))
    return null;
  const label = state.labelSpot;
  return upward(spot, 6, (at) => at.start <= label.start && at.text < 2_000) && state.label;
}

function readPhone(text: string, spot: Spot, state: WalkState): void {
  if (!/\d/.test(text)) return;
  if (text.length > 40) {
    for (const phone of phonesIn(text)) {
      add(spot, 'phone', phone, 'text', state).quoted = true;
    }
    return;
  }
  const label = labelFor(spot, state);
  const phone = phoneIn(text, label === 'phone');
  if (phone) add(spot, 'phone', phone, 'text', state, { label, context: text });
}

/** The customer code in a text: what the pattern's first group holds, else all that it matches; '' for none. */
export function codeIn(text: string, pattern: RegExp | null): string {
  const [whole = '', group = whole] = pattern?.exec(text.slice(0, 300)) ?? [];
  return group.length > 60 ? '' : group;
}

function readCode(text: string, spot: Spot, state: WalkState): void {
  const value = codeIn(text, state.codePattern);
  if (value === '') return;
  add(spot, 'code', value, 'text', state, { label: labelFor(spot, state), context: text });
}

/** Notes a place, with the section it stands in. */
export function add(
  spot: Spot,
  kind: Find['kind'],
  value: string,
  via: Find['via'],
  state: WalkState,
  { name = '', label = null, context = '' }: Partial<Pick<Find, 'name' | 'label' | 'context'>> = {},
): Find {
  const whole: Find = {
    kind,
    value,
    name,
    spot,
    via,
    label,
    context: context.slice(0, 200),
    order: state.order,
    section: state.section,
    guessed: false,
    quoted: false,
  };
  (spot.zone === 'folded' ? state.folded : state.finds).push(whole);
  return whole;
}
