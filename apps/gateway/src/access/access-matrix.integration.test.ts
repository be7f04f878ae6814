import 'reflect-metadata';
import type { Side } from '@parvis/domain/access/actor';
import { newId } from '@parvis/persistence/new-id';
import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBareSchema } from '../graphql/build-schema.js';
import { mountedRoutes } from '../http/route.js';
import { actors, admitted, reviewedMatrix } from '../testing/access-matrix.js';
import { type AnyOperation, anyOperation } from '../testing/any-operation.js';
import { ApiClient } from '../testing/api-client.js';
import { arrangeTenantB, clientsOf, idOf, noId, type Tenant, tenantA } from '../testing/tenants.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { rootFields } from './guard-schema.js';

let test: TestGateway;
let clients: Readonly<Record<string, ApiClient>>;
let other: Tenant;
const schema: GraphQLSchema = buildBareSchema();
const doors = rootFields(schema)
  .map(([door]) => door)
  .filter((door) => !door.startsWith('Subscription.'));

beforeAll(async () => {
  test = await startTestGateway();
  clients = {
    stranger: new ApiClient(test.url),
    ...(await clientsOf(test, tenantA.supplier, 'supplier')),
    ...(await clientsOf(test, tenantA.entity, 'publicEntity')),
  };
  other = await arrangeTenantB(test);
});
afterAll(() => test.close());

const GRAPHQL_CODES: readonly unknown[] = [
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'INTERNAL_SERVER_ERROR',
];

interface Shown {
  /** With every identifier that was sent put out of sight. */
  readonly text: string;
  readonly refusals: readonly unknown[];
}

const send = async (client: ApiClient, door: string, { query, variables }: AnyOperation): Promise<Shown> => {
  const { data, errors } = await client.ask<Record<string, unknown> | null>(query, { ...variables });
  for (const { extensions, message } of errors) {
    const broken = GRAPHQL_CODES.includes(extensions.code) || extensions.refusal === 'request-too-large';
    if (broken || extensions.refusal === undefined)
      throw new Error(`${door} cannot be asked so: ${message}\n${query}`);
  }
  const answer = data?.[door.split('.')[1] ?? ''];
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? [answer.code] : [];
  const hidden = idsIn(variables).reduce(
    (text, id) => text.replaceAll(id, '§'),
    JSON.stringify({ data, errors }),
  );
  return { text: hidden, refusals: [...errors.map(({ extensions }) => extensions.refusal), ...code] };
};

const idsIn = (variables: unknown): string[] =>
  typeof variables === 'string' && /^[\w-]{36,}/.test(variables)
    ? [variables]
    : typeof variables === 'object' && variables !== null
      ? Object.values(variables).flatMap(idsIn)
      : [];

const accessRefusals: readonly unknown[] = ['signed-out', 'not-allowed', 'people-only'];

/** What everyone may know or ask for: that a structure exists stands in the public directory. */
const open: Readonly<Record<string, string>> = {
  'Mutation.requestToJoin': 'anybody may ask to join a structure',
  'Mutation.claimOwnership': 'whoever claims a structure learns that somebody else does already',
};

describe('another organisation', () => {
  /** Whoever holds most on each side, and its programs, before a structure of that side. */
  const asked: readonly (readonly [actor: string, side: Side])[] = [
    ['s.main', 'supplier'],
    ['s.program', 'supplier'],
    ['p.main', 'publicEntity'],
    ['p.program', 'publicEntity'],
  ];

  it.each(doors)('is to its neighbours as one that does not exist: %s', async (door) => {
    const { identifiers } = anyOperation(schema, door, () => newId());
    if (identifiers.length === 0 || open[door]) return expect(reviewedMatrix()).toHaveProperty([door]);
    const nobodys = anyOperation(schema, door, (name) => noId(name, door));
    const told = await Promise.all(
      asked.map(async ([actor, side]) => {
        const client = clients[actor] ?? new ApiClient(test.url);
        const theirs = anyOperation(schema, door, (name) => idOf(other, side, name, door));
        const [ofTheirs, ofNobodys] = [await send(client, door, theirs), await send(client, door, nobodys)];
        return { actor, ofTheirs: ofTheirs.text, ofNobodys: ofNobodys.text };
      }),
    );
    for (const { actor, ofTheirs, ofNobodys } of told) {
      expect([actor, ofTheirs]).toEqual([actor, ofNobodys]);
      expect([actor, other.markers.filter((marker) => ofTheirs.includes(marker))]).toEqual([actor, []]);
    }
  });
});

describe('one’s own organisation', () => {
  const queries = doors.filter((door) => door.startsWith('Query.'));

  it.each(queries)('is refused to those whom the matrix does not admit: %s', async (door) => {
    const admits = (reviewedMatrix()[door] ?? '').split(/\s+/);
    const refused = await Promise.all(
      actors.map(async (actor, index) => {
        const client = clients[actor];
        if (!client || admits[index] === '●') return [];
        const own = actor.startsWith('p') ? tenantA.entity : tenantA.supplier;
        const operation = anyOperation(schema, door, (name) =>
          /^(structure|supplier|client)Id$/.test(name) ? own.structureId : noId(name, door),
        );
        const { refusals } = await send(client, door, operation);
        return [[actor, refusals.some((code) => accessRefusals.includes(code))]];
      }),
    );
    expect(refused.flat().filter(([, isRefused]) => !isRefused)).toEqual([]);
  });
});

describe('every HTTP address', () => {
  const lines = () =>
    mountedRoutes(test.gateway.app).map(({ method, path, binding }) => [
      `${method} ${path}`,
      admitted(binding),
    ]);
  const isRoute = ([door]: readonly [string, string]): boolean => /^(get|post) /.test(door);

  it('lets through whom the reviewed matrix lets through, and is named there', () => {
    const reviewed = Object.entries(reviewedMatrix()).filter(isRoute);
    expect(Object.fromEntries(lines())).toEqual(Object.fromEntries(reviewed));
  });

  it('says of another organisation what it says of one that does not exist', async () => {
    const filled = (path: string, id: (name: string) => string): string =>
      `${path.replaceAll(/:(\w+)/g, (_, name: string) => id(name))}?structure=${id('structureId')}&upload=${id('uploadId')}&kind=services`;
    const about = mountedRoutes(test.gateway.app).filter(
      ({ method, path, binding }) => method === 'get' && binding.kind !== 'open' && !path.includes('*'),
    );
    expect(about.length).toBeGreaterThan(5);
    const told = await Promise.all(
      about.flatMap(({ path }) =>
        (
          [
            ['s.main', 'supplier'],
            ['p.main', 'publicEntity'],
          ] as const
        ).map(async ([actor, side]) => {
          const client = clients[actor] ?? new ApiClient(test.url);
          const theirs = await client.get(filled(path, (name) => idOf(other, side, name, path)));
          const nobodys = await client.get(filled(path, (name) => noId(name, path)));
          const [ofTheirs, ofNobodys] = [await theirs.text(), await nobodys.text()];
          return { path, actor, theirs: [theirs.status, ofTheirs], nobodys: [nobodys.status, ofNobodys] };
        }),
      ),
    );
    for (const { path, actor, theirs, nobodys } of told) {
      expect([path, actor, ...theirs]).toEqual([path, actor, ...nobodys]);
      expect([path, other.markers.filter((marker) => String(theirs[1]).includes(marker))]).toEqual([
        path,
        [],
      ]);
    }
  });
});
