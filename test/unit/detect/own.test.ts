// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { useWords } from '../../../utils/detect/labels';
import { ownName } from '../../../utils/detect/own';
import { WORDS } from '../../../utils/sites/words';

test.each([
  ['Signed in as Mia Stone', 'Mia Stone'],
  ['Angemeldet als Mia Stone', 'Mia Stone'],
  ['Account manager for Mia Stone', 'Mia Stone'],
  ['Mia Stone', 'Mia Stone'],
  ['mia', 'mia'],
  ['Signed in as', ''],
])('of "%s" the name of the user is "%s"', (said, name) => {
  useWords(WORDS);
  expect(ownName(said)).toBe(name);
});
