/** Who may import whom: the table of the house, as rules that fail the lint. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});
const lib = (...names) => `node_modules/(${names.join('|')})/`;
const zod = lib('zod');
const shared = '^utils/(id|money|intl|base64)\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('pure-customer', '^utils/customer/', [
      '^utils/customer/',
      shared,
      zod,
      lib('libphonenumber-js', 'tldts'),
    ]),
    only('pure-value', '^utils/value/', ['^utils/(value|customer)/', shared, zod]),
    only('pure-retention', '^utils/retention/', ['^utils/(retention|value|customer)/', shared, zod]),
    only('pure-contact', '^utils/contact/', ['^utils/(contact|customer)/', shared, zod]),
    only('detect', '^utils/detect/', [
      '^utils/detect/',
      '^utils/customer/(identifiers|email|fold|page-evidence)\\.ts$',
    ]),
    only('sites', '^utils/sites/', [
      '^utils/sites/',
      '^utils/detect/(types|site)\\.ts$',
      '^utils/customer/code-pattern\\.ts$',
      zod,
    ]),
    only('transfer', '^utils/transfer/', [
      '^utils/(transfer|customer|value)/',
      shared,
      zod,
      lib('papaparse', 'fflate', 'saxes', '@types'),
    ]),
    only('import', '^utils/import/', [
      '^utils/(import|transfer|customer|value)/',
      '^utils/store/(api|api-value|import-types|drafts|types)\\.ts$',
      shared,
    ]),
    only('store', '^utils/store/', [
      '^utils/(store|customer|value|retention|contact)/',
      shared,
      zod,
      lib('dexie', '@noble'),
    ]),
    only('browser', '^utils/browser/', [
      '^utils/(browser|customer|value|contact|detect|sites)/',
      shared,
      zod,
      lib('webextension-polyfill', '@webext-core', 'wxt', '@types'),
    ]),
    only('components', '^components/', [
      '^components/',
      '^utils/(customer|value|retention|contact)/',
      '^utils/(i18n|intl|money|id)\\.ts$',
      '^utils/browser/(page-match|settings|draft)\\.ts$',
      '^utils/(detect/types|sites/health)\\.ts$',
      '^utils/store/(types|api|api-value|api-vault|import-types)\\.ts$',
      '^utils/transfer/quick/',
      '^utils/(import/(plan|check|run|protocol)|transfer/(columns|headers|reasons|problem|decode|customer-row|entry-row))\\.ts$',
      lib('preact', '@preact', '@tanstack', 'zod', 'd3-scale', 'd3-shape', '@types'),
    ]),
    only('ui', '^utils/ui/', [
      '^utils/(ui|store|browser|customer|value|retention|contact)/',
      '^components/',
      '^utils/i18n\\.ts$',
      '^public/_locales/',
      shared,
      lib('preact', '@preact', 'zod', 'dequal'),
    ]),
    {
      name: 'ui-for-entry-points',
      comment: 'what joins store, browser and components is used by entry points alone',
      severity: 'error',
      from: { pathNot: '^(utils/ui|entrypoints)/' },
      to: { path: '^utils/ui/' },
    },
    {
      name: 'dexie-in-store-only',
      severity: 'error',
      from: { pathNot: '^utils/store/' },
      to: { path: lib('dexie') },
    },
    {
      name: 'content-stays-small',
      comment: 'no zod, Dexie or Preact in what runs in every page',
      severity: 'error',
      from: { path: '^entrypoints/(page|look|margin|picker)/' },
      to: { path: lib('zod', 'dexie', 'preact', 'webextension-polyfill', '@webext-core'), reachable: true },
    },
    {
      name: 'entry-points-are-ends',
      severity: 'error',
      from: { pathNot: '^entrypoints/([^/]+)/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'entry-points-apart',
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)/' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default'] },
  },
};
