/** The arrows between the parts: who may import whom. Everything else is an error, type imports included. */
const ours = (names) => `^(${names.join('|')})/`;

const parts = {
  domain: 'packages/domain',
  formats: 'packages/formats',
  application: 'packages/application',
  persistence: 'packages/persistence',
  kit: 'packages/connector-kit',
  connectors: 'packages/connectors/[^/]+',
  ui: 'packages/ui',
  webKit: 'packages/web-kit',
  contract: 'packages/api-contract',
};

/** Each part and the parts it may import, besides itself. */
const arrows = [
  ['domain', []],
  ['formats', ['domain']],
  ['application', ['domain']],
  ['persistence', ['application', 'domain']],
  ['kit', ['application', 'domain']],
  ['connectors', ['kit', 'application', 'domain', 'formats']],
  ['ui', []],
  ['webKit', ['ui', 'domain']],
];

const mayOnlyImport = ([part, allowed]) => ({
  name: `${part}-imports`,
  comment: `${parts[part]} may import ${allowed.map((name) => parts[name]).join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${parts[part]}/` },
  to: {
    path: '^(apps|packages|tooling|test)/',
    pathNot: ours([parts[part], ...allowed.map((name) => parts[name])]),
  },
});

module.exports = {
  forbidden: [
    ...arrows.map(mayOnlyImport),
    {
      name: 'no-circle',
      comment: 'A circle of files, of types too, cannot be read in any order.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'apps-stand-alone',
      comment: 'Apps never import each other.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'connectors-stand-alone',
      comment: 'Connectors never import each other; `shipped` lists them all.',
      severity: 'error',
      from: { path: '^packages/connectors/([^/]+)/', pathNot: '^packages/connectors/shipped/' },
      to: { path: '^packages/connectors/', pathNot: '^packages/connectors/$1/' },
    },
    {
      name: 'web-apps-arrows',
      comment: 'The web apps know the screens, the words and the schema; nothing of the server.',
      severity: 'error',
      from: { path: '^apps/(supplier|back-office)/' },
      to: { path: '^packages/', pathNot: ours([parts.ui, parts.webKit, parts.domain, parts.contract]) },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'only-composition-knows-adapters',
      comment: 'Only composition.ts joins a port and its adapter.',
      severity: 'error',
      from: {
        path: '^apps/(gateway|worker)/src/',
        pathNot: '(composition[^/]*|main)\\.ts$|testing/|\\.test\\.ts$',
      },
      to: { path: '^packages/(persistence|connectors)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain runs in a browser too.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core', 'npm'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tooling/checks/tsconfig.boundaries.json' },
    exclude: { path: '(^|/)(src/gql|gallery-dist)(/|$)' },
    doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js'],
    },
  },
};
