import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../tools/build.ts';
import type { Attack, Group } from './attack.ts';

/** What a browser is told of the extension, as far as an attacker would want it to be otherwise. */
interface Manifest {
  permissions: string[];
  host_permissions?: string[];
  optional_host_permissions: string[];
  optional_permissions?: string[];
  externally_connectable?: { ids?: string[]; matches?: string[] };
  content_security_policy: { extension_pages: string; sandbox?: string };
  content_scripts?: unknown[];
  web_accessible_resources: Array<{ resources: string[]; matches: string[]; use_dynamic_url?: boolean }>;
}

const PERMISSIONS =
  'activeTab alarms contextMenus notifications scripting sidePanel storage unlimitedStorage'.split(' ');
const POLICY: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
};

const readManifest = (): Manifest =>
  JSON.parse(readFileSync(join(ensureBuilt('chrome'), 'manifest.json'), 'utf8'));

/** A rule of the manifest; `open` is how it would be broken. */
const rule = (
  name: string,
  broken: (manifest: Manifest) => string | null,
  open: (manifest: Manifest) => void,
): Attack => ({
  name,
  attempt: async (defended) => {
    const manifest = readManifest();
    if (!defended) open(manifest);
    return broken(manifest);
  },
});

function policyHole({ content_security_policy: { extension_pages, sandbox } }: Manifest): string | null {
  const said = Object.fromEntries(
    extension_pages.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
  const differs = [...new Set([...Object.keys(said), ...Object.keys(POLICY)])].find(
    (key) => said[key] !== POLICY[key],
  );
  if (sandbox !== undefined) return 'a sandboxed page with a policy of its own';
  return differs ? `${differs} ${said[differs] ?? 'not set'}` : null;
}

function morePermissions(manifest: Manifest): string | null {
  const more = manifest.permissions.filter((name) => !PERMISSIONS.includes(name));
  if (more.length > 0) return more.join(', ');
  if (manifest.permissions.length !== PERMISSIONS.length)
    return 'other permissions than are written down here';
  if (manifest.host_permissions?.length || manifest.content_scripts?.length)
    return 'sites that nobody allowed';
  return manifest.optional_permissions?.length ? 'more optional permissions' : null;
}

function reachable({ web_accessible_resources: all }: Manifest): string | null {
  const loose = all.find(({ use_dynamic_url }) => use_dynamic_url !== true);
  const more = all.flatMap(({ resources }) => resources).filter((name) => name !== 'sidebar.html');
  return loose ? 'an address that is always the same' : (more[0] ?? null);
}

const manifest: readonly Attack[] = [
  rule('a looser content policy, any connection', policyHole, ({ content_security_policy: csp }) => {
    csp.extension_pages = csp.extension_pages.replace("connect-src 'none'", 'connect-src https:');
  }),
  rule('more permissions than the user was asked for', morePermissions, (it) => it.permissions.push('tabs')),
  rule(
    'another extension or a site connects',
    ({ externally_connectable: open }) =>
      open && open.ids?.length === 0 && !open.matches?.length ? null : 'a way in for others',
    (it) => {
      delete it.externally_connectable;
    },
  ),
  rule('pages of the extension at fixed addresses', reachable, ({ web_accessible_resources: [first] }) => {
    if (first) first.use_dynamic_url = false;
  }),
];

/** What no shipped file may do. */
const FORBIDDEN: ReadonlyArray<readonly [what: string, pattern: RegExp, example: string]> = [
  [
    'text run as code',
    /\beval\(|new Function\b|\bFunction\(["'`]|set(?:Timeout|Interval)\(["'`]/,
    'eval(name)',
  ],
  [
    'text taken for markup',
    /\.outerHTML\s*=(?!=)|insertAdjacentHTML|document\.write|setHTMLUnsafe|createContextualFragment|srcdoc/,
    'node.insertAdjacentHTML("beforeend", name)',
  ],
  [
    'code from elsewhere',
    /import\(["'`]https?:|importScripts\(|<script[^>]+src=["']https?:/,
    'import("https://cdn.test/x.js")',
  ],
  [
    'a live connection',
    /new WebSocket\b|new EventSource\b|sendBeacon\(|RTCPeerConnection/,
    'new WebSocket(url)',
  ],
];
/** Preact's own `dangerouslySetInnerHTML`, which nothing of ours uses: one assignment, in one file. */
const INNER_HTML = /\.innerHTML\s*=(?!=)/g;

function shipped(): Array<[name: string, text: string]> {
  const dir = ensureBuilt('chrome');
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|html)$/.test(name))
    .map((name) => [name, readFileSync(join(dir, name), 'utf8')]);
}

const inCode = FORBIDDEN.map(
  ([what, pattern, example]): Attack => ({
    name: `in the shipped code: ${what}`,
    attempt: async (defended) => {
      const files = [...shipped(), ...(defended ? [] : [['added.js', example] as [string, string]])];
      const found = files.find(([, text]) => pattern.test(text));
      return found ? `${found[0]}: ${pattern.exec(found[1])?.[0]}` : null;
    },
  }),
);

const innerHtml: Attack = {
  name: 'in the shipped code: innerHTML, but for the one of the library that nothing uses',
  attempt: async (defended) => {
    const files = [
      ...shipped(),
      ...(defended ? [] : [['added.js', 'box.innerHTML=name'] as [string, string]]),
    ];
    const count = files.reduce((sum, [, text]) => sum + (text.match(INNER_HTML)?.length ?? 0), 0);
    const used = files.find(([, text]) => text.includes('dangerouslySetInnerHTML:'));
    return count > 1 || used ? `${count} assignments` : null;
  },
};

export const shippedCode: Group = {
  name: 'What is shipped',
  short: true,
  attacks: [...manifest, ...inCode, innerHtml],
};
