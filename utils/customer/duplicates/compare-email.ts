import { alike, distance } from '../names/distance';
import type { Levels, Valued } from './fields';
import type { Population } from './frequency';
import type { Email, Prepared } from './prepare';

type Level = Levels['email'];
const RANK: Record<Level, number> = { different: 0, domain: 1, near: 2, same: 3 };

/** Compares e-mail addresses; of several the pair that agrees best counts. */
export function compareEmails(a: readonly Email[], b: readonly Email[], all: Population): Valued<Level> {
  let found: Level | null = null;
  let shared = 0;
  let generic = false;
  for (const x of a) {
    for (const y of b) {
      const level = levelOf(x, y);
      const less =
        level === 'same'
          ? all.sharing('email', x.key)
          : level === 'domain'
            ? all.sharing('domain', x.domain)
            : 0;
      if (less === Number.POSITIVE_INFINITY) generic = true;
      else if (found === null || RANK[level] > RANK[found]) {
        found = level;
        shared = less;
      }
    }
  }
  // that both hold an agent's address says nothing, not even that they differ
  return generic && found === 'different' ? { level: null, shared: 0 } : { level: found, shared };
}

function levelOf(a: Email, b: Email): Level {
  if (a.key === b.key) return 'same';
  if (a.host === b.host && mistyped(a.local, b.local)) return 'near';
  if (a.local === b.local && a.local.length >= 6 && alike(a.host, b.host)) return 'near';
  return a.domain !== '' && a.domain === b.domain ? 'domain' : 'different';
}

const bare = (local: string): string => local.replace(/[._-]/g, '');
const figures = (text: string): string => text.replace(/\D/g, '');

/** One slip; a figure that differs is another box (chen12, chen13), and so is one with its points elsewhere. */
function mistyped(a: string, b: string): boolean {
  if (a.length < 5 || b.length < 5 || distance(a, b, 1) > 1 || bare(a) === bare(b)) return false;
  const [x, y] = [figures(a), figures(b)];
  return x === y || (x.length !== y.length && x.length + y.length > 4);
}

/** Whether an address is `mary.johnson@` some free mail, and no figure in it: namesakes choose alike. */
export const emailOfName = ({ emails, people }: Prepared): boolean =>
  emails.some(
    ({ domain, local }) =>
      domain === '' &&
      !/\d/.test(local) &&
      people.some(({ sounds }) => sounds.surname !== '' && local.includes(sounds.surname)),
  );
