import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, getNamedType, isObjectType, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildBareSchema } from '../build-schema.js';
import { limits } from '../limits.js';
import { checkOperation } from './check-operation.js';
import { measureOperations } from './measure-document.js';
import { operationCost } from './operation-cost.js';

const schema = buildSchema(`
  type Query { me: Person  people(first: Int = 25, after: String): People!  tags: [Tag!]!  newest(first: Int): [Tag!]! }
  type Mutation { rename(name: String!): Person }
  type Subscription { renamed: Person }
  type People { edges: [Edge!]!  counts: [Count!]!  page: Page }
  type Edge { cursor: String!  node: Person! }
  type Person { id: ID!  name: String  friends(first: Int, last: Int): People!  best: Person }
  type Tag { id: ID!  person: Person }
  type Count { n: Int! }
  type Page { next: String }
`);

const costOf = (query: string, variables: Record<string, unknown> = {}): number => {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return operationCost(schema, document, operation, variables).total;
};

describe('the cost of an operation', () => {
  it.each<[string, number]>([
    ['{ me { id name } }', 1],
    ['{ me { best { best { id } } } }', 3],
    ['{ people(first: 10) { edges { node { id } } } }', 1 + 10 * 2],
    ['{ people { edges { node { id } } } }', 1 + 25 * 2],
    ['{ people(first: 10) { counts { n } page { next } } }', 1 + 10 + 1],
    ['{ tags { person { id } } }', 10 * 2],
    ['{ newest(first: 3) { person { id } } }', 3 * 2],
    ['{ a: me { id } b: me { id } }', 2],
    [
      '{ people(first: 10) { edges { node { friends(first: 20) { edges { node { id } } } } } } }',
      1 + 10 * (2 + 1 + 20 * 2),
    ],
    ['mutation { rename(name: "x") { best { id } } }', 50 + 1],
    ['subscription { renamed { id } }', 10],
    [
      '{ ...F } fragment F on Query { people(first: 5) { ...G } } fragment G on People { edges { node { id } } }',
      1 + 5 * 2,
    ],
    ['{ ... on Query { me { ... { best { id } } } } }', 2],
    ['{ unknown { unknown { id } } }', 0],
    ['{ me { ...F } } fragment F on Person { best { ...F } }', 2],
  ])('is worked out from its text: %s', (query, cost) => {
    expect(costOf(query)).toBe(cost);
  });

  it('takes page sizes from variables, from their defaults, and from the schema', () => {
    const query = 'query ($n: Int = 7) { people(first: $n) { edges { node { id } } } }';
    expect(costOf(query)).toBe(1 + 7 * 2);
    expect(costOf(query, { n: 50 })).toBe(1 + 50 * 2);
    expect(costOf('query ($n: Int) { people(first: $n) { edges { node { id } } } }')).toBe(1 + 25 * 2);
    expect(costOf(query, { n: 'many' })).toBe(1 + 25 * 2);
  });
});

describe('an operation', () => {
  const nested = (levels: number): string => (levels === 0 ? '{ id }' : `{ best ${nested(levels - 1)} }`);
  const times = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => make(index)).join(' ');
  /** Each fragment spreads the next one twice: 2^40 fields in a few lines. */
  const doubling = `{ me { ...F0 } } ${times(40, (n) => `fragment F${n} on Person { a: best { ...F${n + 1} } b: best { ...F${n + 1} } }`)} fragment F40 on Person { id }`;

  it.each<[string, string, object | undefined]>([
    ['within every limit', '{ me { id } }', undefined],
    ['as deep as allowed', `{ me ${nested(12)} }`, undefined],
    ['too deep', `{ me ${nested(13)} }`, { limit: 'depth', asked: 15 }],
    ['too deep by its fragments', `{ me { ...F } } fragment F on Person ${nested(13)}`, { limit: 'depth' }],
    ['too wide', `{ ${times(13, (n) => `a${n}: me { id }`)} }`, { limit: 'rootFields', asked: 13 }],
    [
      'with too many names of its own',
      `{ me { ${times(31, (n) => `a${n}: id`)} } }`,
      { limit: 'aliases', asked: 31 },
    ],
    [
      'with too many directives',
      `{ me { id ${'@skip(if: false) '.repeat(31)} } }`,
      { limit: 'directives', asked: 31 },
    ],
    ['with directives nobody knows', `query ${'@x '.repeat(31)} { me { id } }`, { limit: 'directives' }],
    ['too long to be read', `{ me { ${'id '.repeat(3000)} } }`, { limit: 'tokens' }],
    ['longer than any text', `{ me { id } } #${' '.repeat(100_000)}`, { limit: 'characters' }],
    ['that doubles forty times', doubling, { limit: 'depth' }],
    [
      'that spreads one large fragment often',
      `{ me { ${'...F '.repeat(160)} } } fragment F on Person { id name best { id } }`,
      { limit: 'selections' },
    ],
    [
      'that costs too much',
      '{ people(first: 100) { edges { node { friends(first: 100) { edges { node { id } } } } } } }',
      { limit: 'cost', asked: 20_301 },
    ],
    ['in a document of several', `query A { me { id } } query B { me ${nested(13)} }`, { limit: 'depth' }],
    [
      'of a circle of fragments',
      '{ me { ...F } } fragment F on Person { ...G } fragment G on Person { ...F }',
      undefined,
    ],
    ['that is none', 'this is { not GraphQL', undefined],
  ])('%s is judged before anything else', (_, query, expected) => {
    const found = checkOperation(schema, { query, operationName: query.includes('query A') ? 'A' : null });
    if (expected) expect(found).toMatchObject({ code: 'request-too-large', ...expected });
    else expect(found).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>, string, number]>([
    ['{ people(first: 101) { edges { cursor } } }', {}, 'people(first:)', 101],
    [
      'query ($n: Int) { people(first: $n) { edges { cursor } } }',
      { n: 1_000_000 },
      'people(first:)',
      1_000_000,
    ],
    ['{ me { friends(last: 0) { edges { cursor } } } }', {}, 'friends(last:)', 0],
    ['{ people(first: -1) { edges { cursor } } }', {}, 'people(first:)', -1],
  ])('names the argument of a page that is none: %s', (query, variables, argument, asked) => {
    const refusal = { code: 'page-size-refused', argument, asked, allowed: 100 };
    expect(checkOperation(schema, { query, variables })).toEqual(refusal);
  });
});

describe('our own API', () => {
  const ours = buildBareSchema();

  it('pages by arguments that the limits know', () => {
    const fields = Object.values(ours.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []));
    const unknown = fields.filter(
      ({ type, args }) =>
        /Connection$/.test(getNamedType(type).name) &&
        isObjectType(getNamedType(type)) &&
        !args.some(({ name }) => name === 'first' || name === 'last') &&
        'edges' in (getNamedType(type) as { getFields(): object }).getFields(),
    );
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });

  it('lets our own apps ask what they ask', () => {
    const root = fileURLToPath(new URL('../../../../../', import.meta.url));
    const documents = ['apps/supplier/src', 'apps/back-office/src', 'packages/web-kit/src']
      .map((folder) => path.join(root, folder))
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.graphql'))
          .map((name) => readFileSync(path.join(folder, name), 'utf8')),
      );
    const all = parse(documents.join('\n'));
    const operations = all.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    expect(operations.length).toBeGreaterThan(10);
    for (const operation of operations) {
      const name = operation.name?.value;
      const cost = operationCost(ours, all, operation, {}).total;
      expect([name, cost <= limits.cost]).toEqual([name, true]);
    }
    for (const measure of measureOperations(all))
      for (const limit of ['depth', 'rootFields', 'aliases', 'repeats', 'directives', 'selections'] as const)
        expect(measure[limit]).toBeLessThanOrEqual(limits[limit]);
  });
});
