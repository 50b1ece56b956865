import axe from 'axe-core';
import { expect, test } from 'vitest';
import { STATES } from '../gallery/states';
import { draw } from '../support/draw';

/** What can be told without pixels; contrast is looked at in the gallery, where there are any. */
const RULES = { 'color-contrast': { enabled: false } };

test.each(Object.keys(STATES))('%s has no accessibility fault that axe can find', async (state) => {
  document.documentElement.lang = 'en';
  document.title = 'Margin';
  const make = STATES[state];
  if (!make) throw new Error(`no state ${state}`);
  const { container } = draw(make());
  const { violations } = await axe.run(container, { rules: RULES });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
});
