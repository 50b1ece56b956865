import * as dom from './dom';
import { labelOf } from './labels';
import type { Outline, Spot } from './spot';
import { between } from './structure';

/** What the walk notes of an element once it is read: headings, with the section that they begin, and instants. */

const LEVELS = new Map(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag, index) => [tag, index + 1]));
LEVELS.set('legend', 5).set('caption', 5);

export function noteHeading(spot: Spot, tag: string, out: Outline): void {
  const level = LEVELS.get(tag) ?? (spot.role === 'heading' ? 2 : 0);
  if (level === 0 || spot.zone === 'folded' || spot.text > 300) return;
  const field = out.state.fields.find(({ order }) => order >= spot.start);
  let text = (dom.textContent(spot.el) ?? '').slice(0, 400).replace(/\s+/g, ' ').trim() || field?.text;
  if (!text) return;
  // What the title repeats is the heading; badges and counters that stand in it are not.
  const { shorts, order, title } = out.state;
  if (!title.includes(text))
    for (const part of between(shorts, spot.start, order))
      if (part.text.length > 2 && title.includes(part.text)) text = part.text;
  out.headings.push({ text, order: spot.start, level, spot });
  // A heading below that of a section is part of it: the names in a section of people.
  const label = labelOf(text);
  if (!label && level > out.state.sectionLevel) return;
  Object.assign(out.state, { section: label, sectionLevel: level });
}

export function noteTime(spot: Spot, tag: string, names: string[], out: Outline): void {
  if (out.times.length > 200) return;
  const raw =
    tag === 'time'
      ? dom.attribute(spot.el, 'datetime')
      : names.includes('title')
        ? dom.attribute(spot.el, 'title')
        : null;
  if (!raw || raw.length > 60 || !/\d{4}/.test(raw)) return;
  const at = Date.parse(raw);
  if (Number.isFinite(at)) out.times.push({ order: spot.start, at });
}
