// @vitest-environment happy-dom
import './environment';
import { describe, expect, it } from 'vitest';
import { stillStands } from '@/utils/detect/still';
import { detected } from './page';

const mail = (who: string, address: string): string =>
  `<main><h2>Boxes</h2><div class="from"><b>${who}</b> <i title="${address}">${address}</i></div><p>We need two boxes.</p></main>`;
const seenOf = (html: string) => detected(html);
const place = (): Element | null => document.querySelector('i');

describe('whether a page still shows whom it showed', () => {
  it('holds while the address stands there, whatever else changes', () => {
    const seen = seenOf(mail('Ann Lee', 'ann@quay.example'));
    expect(seen.candidates[0]).toMatchObject({ role: 'counterpart', value: 'ann@quay.example' });
    document.querySelector('p')?.replaceChildren('Loading');
    document.title = 'Next';
    expect(stillStands(seen)).toBe(true);
  });

  it.each<[string, () => void]>([
    ['is taken out', () => place()?.remove()],
    ['is drawn anew', () => place()?.replaceWith(place()?.cloneNode(true) ?? '')],
    ['says somebody else', () => place()?.replaceChildren('bo@other.example')],
    ['names somebody else', () => place()?.setAttribute('title', 'bo@other.example')],
    ['is hidden', () => document.querySelector('main')?.setAttribute('style', 'display: none')],
  ])('ends where it %s', (_, change) => {
    const seen = seenOf(mail('Ann Lee', 'ann@quay.example'));
    expect(stillStands(seen)).toBe(true);
    change();
    expect(stillStands(seen)).toBe(false);
  });

  it('is not said of a page that is about nobody', () => {
    expect(stillStands(seenOf('<main><p>The harbour office keeps its tables.</p></main>'))).toBe(false);
  });
});
