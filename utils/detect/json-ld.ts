import { canonicalEmail, cleanName, type Mailbox } from '../customer/email';
import { MAX_JSON, MAX_JSON_NODES } from './bounds';
import * as dom from './dom';

/** People in the page's structured data (schema.org Person with an `email`), within bounds; odd JSON is passed over. */
export function jsonPeople(document: Document): Mailbox[] {
  const people: Mailbox[] = [];
  let left = MAX_JSON;
  for (const script of dom.select(
    document,
    'head script[type="application/ld+json"], body > script[type="application/ld+json"]',
  )) {
    const text = dom.textContent(script) ?? '';
    left -= text.length;
    if (left < 0) break;
    try {
      collect(JSON.parse(text), people);
    } catch {
      // Not JSON: many pages hold broken structured data.
    }
  }
  return people;
}

function collect(data: unknown, people: Mailbox[]): void {
  const queue: unknown[] = [data];
  for (let seen = 0; queue.length > 0 && seen < MAX_JSON_NODES; seen++) {
    const one = queue.shift();
    if (typeof one !== 'object' || one === null) continue;
    const { '@type': type, email, name } = one as Record<string, unknown>;
    const address = typeof email === 'string' ? canonicalEmail(email) : null;
    if (address && String(type).includes('Person')) {
      people.push({ address, name: typeof name === 'string' ? cleanName(name) : '' });
    }
    queue.push(...Object.values(one).slice(0, 50));
  }
}
