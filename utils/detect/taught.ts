import { canonicalEmail, cleanName, findMailboxes } from '../customer/email';
import * as dom from './dom';
import { type Leaf, labelText, leafAt, leaves, ownText } from './leaves';
import type { Anchor, Candidate, Health, Site, Target, TargetKind } from './types';

/** Fewer anchors that agree decide nothing: one alone may have strayed. */
const QUORUM = 2;
const TAUGHT = 0.96;
/** A name alone is never certain: two people may share it. */
const NAME_ALONE = 0.5;
const MAX_NAME = 120;
/** The words of a text, among which a customer code is the first with a digit in it. */
const TOKENS = /[\p{L}\d][\p{L}\d._/-]{0,38}/gu;

export interface Value {
  value: string;
  /** The display name that stands with an address; ''. */
  name: string;
}

/** How one target fared on a page. */
export interface Vote {
  kind: TargetKind;
  /** null: no majority of what still resolves. */
  value: Value | null;
  /** Anchors for that value, anchors that led to any, all anchors. */
  agreed: number;
  resolved: number;
  of: number;
  /** A place was found by its attributes or its label, and it is empty: this record has none. */
  empty: boolean;
}

/** The value of a kind in an element; null where it holds none. */
export function valueIn(el: Element, kind: TargetKind): Value | null {
  const shown = (ownText(el) || (dom.textContent(el) ?? '')).replace(/\s+/g, ' ').trim().slice(0, 500);
  if (kind === 'email') return emailIn(el, shown);
  if (kind === 'name') {
    const name = cleanName(shown);
    return name !== '' && name.length <= MAX_NAME && !canonicalEmail(name) ? { value: name, name: '' } : null;
  }
  const code = shown.match(TOKENS)?.find((token) => /\d/.test(token));
  return code ? { value: code.replace(/[._/-]+$/, ''), name: '' } : null;
}

function emailIn(el: Element, shown: string): Value | null {
  const texts = [shown, dom.attribute(el, 'href') ?? '', dom.attribute(el, 'title') ?? ''];
  const also = dom.attributeNames(el).filter((name) => /mail|address/.test(name));
  for (const text of [...texts, ...also.map((name) => dom.attribute(el, name) ?? '')]) {
    const box = text.includes('@') ? findMailboxes(text.slice(0, 500), 3).pop() : undefined;
    if (!box) continue;
    const shownName = canonicalEmail(shown) || shown.includes('@') ? '' : cleanName(shown.slice(0, MAX_NAME));
    return { value: box.address, name: box.name || shownName };
  }
  return null;
}

/** Every target of a site file on this page: what a majority of the anchors that still resolve lead to. */
export function vote(document: Document, targets: readonly Target[]): Vote[] {
  const body = dom.bodyOf(document);
  if (!body) return [];
  const all = leaves(body);
  return targets.map((target) => voteOn(document, all, target));
}

function voteOn(document: Document, all: readonly Leaf[], { kind, anchors }: Target): Vote {
  const votes = new Map<string, { value: Value; count: number }>();
  let empty = false;
  let resolved = 0;
  for (const anchor of anchors) {
    const el = resolve(document, all, anchor, kind);
    const value = el && dom.isVisible(el) ? valueIn(el, kind) : null;
    if (!value) {
      empty ||= el !== null && (anchor.by === 'attribute' || anchor.by === 'label');
      continue;
    }
    resolved++;
    const known = votes.get(value.value);
    if (known) known.count++;
    else votes.set(value.value, { value, count: 1 });
  }
  const best = [...votes.values()].sort((a, b) => b.count - a.count)[0];
  const enough = best && best.count >= Math.min(QUORUM, anchors.length) && best.count * 2 > resolved;
  return {
    kind,
    value: enough ? best.value : null,
    agreed: best?.count ?? 0,
    resolved,
    of: anchors.length,
    empty,
  };
}

/** The element that an anchor leads to now; null where it leads nowhere, or to more than one. */
function resolve(document: Document, all: readonly Leaf[], anchor: Anchor, kind: TargetKind): Element | null {
  if (anchor.by === 'attribute' || anchor.by === 'path') {
    const found = dom.select(document, anchor.selector).filter(dom.isVisible);
    return found.length === 1 ? (found[0] ?? null) : null;
  }
  const starts =
    anchor.by === 'label' ? labelled(all, anchor.label) : headed(all, anchor.heading, anchor.nth);
  const places = starts.flatMap((start) => all[start + anchor.skip]?.el ?? []);
  return places.find((el) => valueIn(el, kind)) ?? places[0] ?? null;
}

const labelled = (all: readonly Leaf[], label: string): number[] =>
  all.flatMap(({ text }, at) => (labelText(text) === label ? [at] : []));

function headed(all: readonly Leaf[], heading: string, nth: number): number[] {
  const seen: Element[] = [];
  for (const { el } of all) {
    const above = el.closest(heading);
    if (above && !seen.includes(above)) seen.push(above);
    if (seen.length > nth) break;
  }
  const found = seen[nth];
  const at = found ? leafAt(all, found) : -1;
  return at < 0 ? [] : [at];
}

/** Puts what the user pointed at before what the general rules found. Own addresses stay own. */
export function applyTaught(
  found: Candidate[],
  votes: readonly Vote[],
  isOwn: (address: string) => boolean,
): Candidate[] {
  const of = (kind: TargetKind) => votes.find((one) => one.kind === kind && one.value);
  const [email, name, code] = [of('email'), of('name'), of('code')];
  const first = email && !isOwn(email.value?.value ?? '') ? email : (code ?? name);
  if (!first?.value) return found;
  const top = candidate(first, name?.value?.value);
  const also =
    code && code !== first && code.value ? [{ ...candidate(code), role: 'participant' as const }] : [];
  const mine = [top, ...also];
  const rest = found
    .filter((one) => !mine.some(({ kind, value }) => kind === one.kind && value === one.value))
    .map((one) =>
      one.role === 'counterpart'
        ? { ...one, role: 'participant' as const, confidence: Math.min(one.confidence, 0.6) }
        : one,
    );
  return [...mine, ...rest];
}

function candidate({ kind, value, agreed, of }: Vote, name = value?.name ?? ''): Candidate {
  return {
    kind,
    value: value?.value ?? '',
    ...(name === '' || kind === 'name' ? {} : { name }),
    role: 'counterpart',
    confidence: kind === 'name' ? NAME_ALONE : TAUGHT,
    evidence: `where you pointed: ${agreed} of ${of} anchors agree`,
  };
}

/** How the targets fared together: one that is gone is told, though the others still serve. */
export function taughtHealth(votes: readonly Vote[]): Health {
  const open = votes.filter(({ value, empty }) => !value && !empty);
  if (open.length === 0) return 'works';
  return open.some(({ resolved }) => resolved >= QUORUM) ? 'differs' : 'lost';
}

/** How a shipped site file fared, where its rules are about an opened item; undefined where there is nothing to say. */
export function siteHealth(
  site: Site,
  named: ReadonlySet<string>,
  found: readonly Candidate[],
): Health | undefined {
  if ((site.signals?.counterpart?.length ?? 0) === 0) return undefined;
  const first = found.find(({ role, kind }) => role === 'counterpart' && kind === 'email');
  if (!first) return named.size > 0 ? 'works' : undefined;
  if (named.has(first.value)) return 'works';
  if (first.confidence < 0.7) return undefined;
  return named.size > 0 ? 'differs' : 'lost';
}
