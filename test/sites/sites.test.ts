import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SITES } from '../../utils/sites';

const PAGES = resolve(import.meta.dirname, '../pages');
const { document } = new Window();

const selector = z
  .string()
  .min(1)
  .max(300)
  .refine((text) => {
    try {
      document.querySelector(text);
      return !/^\s*(\*|html|body)\s*$/.test(text);
    } catch {
      return false;
    }
  }, 'not a selector, or one that matches everything');
const signal = z.strictObject({
  selector,
  from: z.union([
    z.literal('text'),
    z.literal('value'),
    z.strictObject({ attribute: z.string().regex(/^[a-z][a-z-]*$/) }),
  ]),
});
/** A host and a path; never every page. */
const pattern = z.string().regex(/^(\*|https?):\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\S*$/);
const source = z
  .string()
  .max(100)
  .refine((text) => {
    new RegExp(text);
    return !/[+*}]\)*[+*{]/.test(text);
  }, 'nested repetition');

const Site = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    label: z.string().min(1),
    matches: z.array(pattern),
    traits: z
      .array(z.string().regex(/^[\w-]+( [\w-]+)*$/))
      .min(1)
      .optional(),
    region: z.array(selector).optional(),
    signals: z
      .strictObject({
        counterpart: z.array(signal).optional(),
        participant: z.array(signal).optional(),
        code: z.array(signal).optional(),
      })
      .optional(),
    own: z.array(signal).optional(),
    rows: z.strictObject({ row: selector, address: z.array(signal) }).optional(),
    exclude: z.array(selector).optional(),
    body: z.array(selector).optional(),
    sent: z.array(source).optional(),
    verified: z.union([z.null(), z.iso.date()]),
    examples: z.array(z.string()),
  })
  .refine((site) => site.matches.length > 0 || (site.traits?.length ?? 0) > 0, 'recognised by nothing');

describe('site files', () => {
  it.each(SITES.map((site) => [site.id, site] as const))('%s has the form of a site', (_, site) => {
    expect(Site.safeParse(site).error?.issues ?? []).toEqual([]);
  });

  it('have ids of their own', () => {
    expect(new Set(SITES.map((site) => site.id)).size).toBe(SITES.length);
  });

  it.each(SITES.map((site) => [site.id, site] as const))(
    '%s has its examples under test/pages',
    (_, site) => {
      expect(site.examples.length).toBeGreaterThan(0);
      for (const example of site.examples) expect(existsSync(resolve(PAGES, example)), example).toBe(true);
    },
  );

  it.each([
    ['a selector that does not parse', { region: ['div['] }],
    ['a selector of everything', { region: ['*'] }],
    ['a pattern of every page', { matches: ['*://*/*'] }],
    ['a runaway expression', { sent: ['(a+)+$'] }],
    ['a field that it does not know', { run: 'code' }],
  ])('%s is refused', (_, change) => {
    expect(Site.safeParse({ ...SITES[0], ...change }).success).toBe(false);
  });
});
