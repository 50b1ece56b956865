import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMatch } from '@/utils/detect/match';
import type { Target } from '@/utils/detect/types';
import { counted, hasChanged, NO_HEALTH } from '@/utils/sites/health';
import { checkOwnSite, siteText, taughtSite } from '@/utils/sites/own';
import { pagesLike } from '@/utils/sites/pattern';

const target: Target = {
  kind: 'email',
  anchors: [
    { by: 'attribute', selector: 'span[class~="np"]' },
    { by: 'label', label: 'netzpost', skip: 1 },
    { by: 'heading', heading: 'h3', nth: 1, skip: 6 },
  ],
};
const made = () => taughtSite('https://crm.werkhof.example/akte/4711', [target], ['gmail'], '2026-11-22');
const file = (change: object) => JSON.stringify({ version: 1, site: { ...made(), ...change } });

describe('an own site file', () => {
  it('comes back from its text as it was made', () => {
    expect(checkOwnSite(siteText(made()))).toEqual({ ok: true, site: made() });
  });

  it('takes an id that is free', () => {
    const { id } = made();
    expect(taughtSite('https://crm.werkhof.example/x', [target], [id], '2026-11-22').id).toBe(`${id}-2`);
  });

  it.each([
    ['not JSON', '{"version":1,', /not JSON/],
    ['of another version', JSON.stringify({ version: 2, site: made() }), /version 2, expected 1/],
    ['for every page', file({ matches: ['*://*/*'] }), /^matches\.0/],
    ['for a whole ending', file({ matches: ['https://*.com/*'] }), /^matches\.0/],
    ['with code in it', file({ run: 'alert(1)' }), /unknown field run/],
    ['named like a shipped host', file({ id: 'gmail' }), /gmail is a host that Margin knows/],
    [
      'with an anchor of another kind',
      file({ targets: [{ kind: 'email', anchors: [{ by: 'script' }] }] }),
      /^targets/,
    ],
    ['with an expression that never ends', file({ sent: ['(a+)+$'] }), /^sent\.0: not a bounded pattern/],
    ['with a selector of everything', file({ region: ['*'] }), /^region\.0: a selector of everything/],
    ['far too long', file({ label: 'x'.repeat(30_000) }), /longer than/],
  ])('is refused %s, with the reason', (_, text, reason) => {
    const checked = checkOwnSite(text);
    expect(checked.ok ? 'taken' : checked.reason).toMatch(reason);
  });

  it('is refused with a selector that does not parse', () => {
    const targets = [{ kind: 'email', anchors: [{ by: 'path', selector: 'body>>' }] }];
    const checked = checkOwnSite(file({ targets }), (selector) => !selector.includes('>>'));
    expect(checked).toEqual({ ok: false, reason: 'selector body>> does not parse' });
  });

  it('whatever is in it, it is taken or refused', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(typeof checkOwnSite(`{"version":1,"site":${text}}`).ok).toBe('boolean');
      }),
    );
  });
});

describe('pages like this one', () => {
  it.each([
    ['https://crm.example/kunden/4711?tab=2', 'https://crm.example/kunden/*'],
    [
      'https://crm.example/contact/5e2a1f90-1111-4222-8333-0123456789ab/notes',
      'https://crm.example/contact/*/notes*',
    ],
    ['https://crm.example/view.php?id=7', 'https://crm.example/view.php*'],
    ['https://crm.example/app#/party/12', 'https://crm.example/app*#/party/*'],
    ['http://intranet/akte/K-2041', 'http://intranet/akte/*'],
    ['https://crm.example/', 'https://crm.example/*'],
  ])('%s', (url, pattern) => {
    expect(pagesLike(url)).toBe(pattern);
    expect(isMatch(pattern, url)).toBe(true);
    expect(checkOwnSite(file({ matches: [pattern] })).ok).toBe(true);
  });

  it('are never those of another host or kind', () => {
    const like = pagesLike('https://crm.example/kunden/4711');
    expect(isMatch(like, 'https://crm.example/angebote/4711')).toBe(false);
    expect(isMatch(like, 'https://crm.example.evil.test/kunden/4711')).toBe(false);
    expect(isMatch(like, 'https://evil.test/https://crm.example/kunden/1')).toBe(false);
    expect(isMatch(like, 'https://crm.example:8443/kunden/9')).toBe(true);
  });
});

describe('match patterns', () => {
  it('mean what they mean in browsers', () => {
    expect(isMatch('*://*.mail.example/*', 'https://mail.example/x')).toBe(true);
    expect(isMatch('*://*.mail.example/*', 'https://a.b.mail.example/')).toBe(true);
    expect(isMatch('*://*.mail.example/*', 'https://notmail.example/')).toBe(false);
    expect(isMatch('https://mail.example/*', 'http://mail.example/')).toBe(false);
    expect(isMatch('*://*/*', 'file:///etc/passwd')).toBe(false);
  });

  it('take one way through the longest address', () => {
    const url = `https://a.example/${'ab/'.repeat(20_000)}`;
    expect(isMatch(`https://a.example/${'a*b*'.repeat(20)}c`, url)).toBe(false);
    expect(isMatch(`https://a.example/${'a*b*'.repeat(20)}`, url)).toBe(true);
  });
});

describe('health', () => {
  it('says of a taught page that it has changed at once, of a shipped host after five pages in a row', () => {
    let health = counted(NO_HEALTH, 'works', 1);
    health = counted(health, 'lost', 2);
    expect([hasChanged(health, true), hasChanged(health, false)]).toEqual([true, false]);
    for (let at = 3; at < 7; at++) health = counted(health, 'differs', at);
    expect(hasChanged(health, false)).toBe(true);
    health = counted(health, 'works', 9);
    expect([hasChanged(health, true), hasChanged(health, false)]).toEqual([false, false]);
    expect(health).toEqual({ lastWorked: 9, lastFell: 6, hits: 2, fallbacks: 5, streak: 0 });
  });

  it('never says it of a shipped host that has not worked here', () => {
    let health = NO_HEALTH;
    for (let at = 0; at < 20; at++) health = counted(health, 'lost', at);
    expect(hasChanged(health, false)).toBe(false);
  });
});
