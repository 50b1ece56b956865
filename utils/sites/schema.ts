import * as z from 'zod/mini';
import { checkCodePattern } from '../customer/code-pattern';
import type { Site } from '../detect/types';

/** The version of the form of site files; a file of another one is refused. */
export const SITE_VERSION = 1;
const MAX_ENTRIES = 20;
const MAX_FILE = 20_000;

/** A selector of everything bounds nothing. Whether one parses only a document can tell: see {@link checkSite}. */
const selector = z.string().check(
  z.minLength(1),
  z.maxLength(300),
  z.refine(
    (text) => !/(^|,)\s*(\*|html|body|div|span|:root)\s*(,|$)/i.test(text),
    'a selector of everything',
  ),
  // In a list of ten thousand rows `:not(:has(~ *)) ~ p` keeps a browser busy for 20 s (Chromium 156, 2026-11).
  z.refine(
    (text) => !siblingsWithin(text),
    'a "~" within brackets looks through all siblings of each element',
  ),
);

/** Whether a `~` combinator stands within a functional pseudo-class; strings and `[attr~=…]` are none. */
function siblingsWithin(text: string): boolean {
  const bare = text
    .replace(/\\./g, '')
    .replace(/"[^"]*"|'[^']*'/g, '')
    .replace(/\[[^\]]*\]/g, '');
  let depth = 0;
  for (const char of bare) {
    if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '~' && depth > 0) return true;
  }
  return false;
}

/** Runs over addresses and texts that a page controls: bounded, as the user's own pattern for codes is. */
const expression = z.string().check(
  z.maxLength(200),
  z.refine((text) => text !== '' && checkCodePattern(text).ok, 'not a bounded pattern'),
);
const withGroup = expression.check(
  z.refine((text) => /(^|[^\\])\((?!\?)/.test(text), 'needs a group that holds the code'),
);

/** A host and a path; never every page. */
const match = z.string().check(
  z.maxLength(300),
  // A host of a firm's own network has no dot; with `*.` before it there have to be two names at least.
  z.regex(
    /^(\*|https?):\/\/(\*\.[a-z0-9-]+\.)?[a-z0-9-]+(\.[a-z0-9-]+)*\/\S*$/,
    'a scheme, a host and a path',
  ),
);

const from = z.union([
  z.literal('text'),
  z.literal('value'),
  z.strictObject({ attribute: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/)) }),
]);
const signal = z.strictObject({ selector, from });
const code = z.union([
  z.strictObject({ selector, from, pattern: z.exactOptional(withGroup) }),
  z.strictObject({ from: z.enum(['url', 'title']), pattern: withGroup }),
]);
const steps = z.int().check(z.minimum(0), z.maximum(60));
const anchor = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('attribute'), selector }),
  z.strictObject({
    by: z.literal('label'),
    label: z.string().check(z.minLength(1), z.maxLength(80)),
    skip: steps,
  }),
  z.strictObject({ by: z.literal('path'), selector }),
  z.strictObject({
    by: z.literal('heading'),
    heading: z.enum(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'legend', 'summary']),
    nth: steps,
    skip: steps,
  }),
]);
export const TargetSchema = z.strictObject({
  kind: z.enum(['email', 'name', 'code']),
  anchors: z.array(anchor).check(z.minLength(1), z.maxLength(8)),
});
const some = <T extends z.core.$ZodType>(one: T) => z.array(one).check(z.maxLength(MAX_ENTRIES));

export const SiteSchema = z
  .strictObject({
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
    label: z.string().check(z.minLength(1), z.maxLength(80)),
    matches: some(match),
    traits: z.exactOptional(some(z.string().check(z.regex(/^[\w.-]+( [\w.-]+)*$/), z.maxLength(200)))),
    region: z.exactOptional(some(selector)),
    signals: z.exactOptional(
      z.strictObject({
        counterpart: z.exactOptional(some(signal)),
        participant: z.exactOptional(some(signal)),
        code: z.exactOptional(some(code)),
      }),
    ),
    targets: z.exactOptional(z.array(TargetSchema).check(z.minLength(1), z.maxLength(3))),
    own: z.exactOptional(some(signal)),
    rows: z.exactOptional(z.strictObject({ row: selector, address: some(signal) })),
    exclude: z.exactOptional(some(selector)),
    body: z.exactOptional(some(selector)),
    sent: z.exactOptional(some(expression)),
    verified: z.nullable(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
    examples: some(z.string().check(z.regex(/^[\w-]+\/[\w.-]+\.html$/))),
  })
  .check(z.refine((site) => site.matches.length + (site.traits?.length ?? 0) > 0, 'recognised by nothing'));

export type SiteCheck = { ok: true; site: Site } | { ok: false; reason: string };

/**
 * Reads a site file that somebody made: JSON `{"version":1,"site":{…}}`. Refused with the reason (a path and a
 * sentence in English) where the version or the form is another, a pattern would match every page or has no bound,
 * or a selector does not parse. `parses` asks a document; where there is none (a worker) selectors that are broken
 * yield nothing when they are used.
 */
export function checkSite(text: string, parses: (selector: string) => boolean = () => true): SiteCheck {
  if (text.length > MAX_FILE) return { ok: false, reason: `longer than ${MAX_FILE} characters` };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return { ok: false, reason: `not JSON: ${error instanceof Error ? error.message : ''}` };
  }
  const version = (file as { version?: unknown } | null)?.version;
  if (version !== SITE_VERSION)
    return { ok: false, reason: `version ${String(version)}, expected ${SITE_VERSION}` };
  const parsed = SiteSchema.safeParse((file as { site?: unknown }).site);
  if (!parsed.success) {
    return { ok: false, reason: reasonOf(parsed.error.issues[0]) };
  }
  const broken = selectorsOf(parsed.data).find((one) => !parses(one));
  return broken === undefined
    ? { ok: true, site: parsed.data }
    : { ok: false, reason: `selector ${broken} does not parse` };
}

/** The library's small build has no messages of its own for most problems. */
function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'not a site file';
  const what = 'keys' in issue ? `unknown field ${issue.keys.join(', ')}` : issue.message;
  const expected = 'expected' in issue ? `, expected ${String(issue.expected)}` : '';
  return `${issue.path.join('.') || 'site'}: ${what}${expected}`;
}

/** Every selector of a site file. */
export function selectorsOf(site: Site): string[] {
  const { counterpart = [], participant = [], code = [] } = site.signals ?? {};
  const signals = [
    ...counterpart,
    ...participant,
    ...code,
    ...(site.own ?? []),
    ...(site.rows?.address ?? []),
  ];
  return [
    ...signals.flatMap((one) => ('selector' in one ? [one.selector] : [])),
    ...(site.targets ?? []).flatMap(({ anchors }) =>
      anchors.flatMap((one) => ('selector' in one ? [one.selector] : [])),
    ),
    ...(site.rows ? [site.rows.row] : []),
    ...(site.region ?? []),
    ...(site.exclude ?? []),
    ...(site.body ?? []),
  ];
}
