import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { caterer, town } from '@parvis/application/testing/cast';
import type { Side } from '@parvis/domain/access/actor';
import {
  type ASTNode,
  type DocumentNode,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  typeFromAST,
  visit,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBareSchema } from '../graphql/build-schema.js';
import { anyValue, takesIdentifier } from '../testing/any-operation.js';
import type { ApiClient } from '../testing/api-client.js';
import { arrangeTenantB, idOf, signedInWith, type Tenant, tenantA } from '../testing/tenants.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

/** Every operation of both web apps and of the command line, as they send it. */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.includes('test'))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8'));

const ofApps: DocumentNode = parse(
  ['apps/supplier/src', 'apps/back-office/src', 'packages/web-kit/src']
    .flatMap((folder) => filesIn(folder, '.graphql'))
    .join('\n'),
);
/** Texts in a template, and the constants that are put into them. */
const ofCommandLine: DocumentNode = parse(
  filesIn('apps/cli/src', '.ts')
    .flatMap((source) =>
      [...source.matchAll(/`((?:query|mutation) [^`]*)`/g)].map(([, text = '']) =>
        text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => constantIn(source, name)),
      ),
    )
    .join('\n'),
);

function constantIn(source: string, name: string): string {
  const [, text] = new RegExp(`const ${name} =\\s*'([^']*)'`).exec(source) ?? [];
  if (text === undefined) throw new Error(`no constant ${name}`);
  return text;
}

interface Recorded {
  readonly name: string;
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
}

const operationsOf = (document: DocumentNode): Recorded[] =>
  document.definitions.flatMap((operation, index) =>
    operation.kind === Kind.OPERATION_DEFINITION && operation.operation !== 'subscription'
      ? [{ name: operation.name?.value ?? `unnamed ${index}`, operation, document }]
      : [],
  );

const recorded = [...operationsOf(ofApps), ...operationsOf(ofCommandLine)];

/** With the fragments it spreads and those they spread, and no others. */
const textOf = ({ operation, document }: Recorded): string => {
  const wanted = new Map<string, ASTNode>();
  const follow = (node: ASTNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = document.definitions.find(
          (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name.value,
        );
        if (!fragment || wanted.has(name.value)) return;
        wanted.set(name.value, fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return [operation, ...wanted.values()].map(print).join('\n');
};

const schema = buildBareSchema();
const roots = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** Where each variable goes: the name of the argument or field that takes it, and the root field above. */
const placesOf = (operation: OperationDefinitionNode): Map<string, { name: string; door: string }> => {
  const places = new Map<string, { name: string; door: string }>();
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    const door = `${roots[operation.operation]}.${field.name.value}`;
    visit(field, {
      Argument: ({ name, value }) => {
        if (value.kind === Kind.VARIABLE) places.set(value.name.value, { name: name.value, door });
      },
      ObjectField: ({ name, value }) => {
        if (value.kind === Kind.VARIABLE) places.set(value.name.value, { name: name.value, door });
      },
    });
  }
  return places;
};

/** Every variable that holds an identifier holds one of the tenant's. */
const variablesFor = ({ operation }: Recorded, tenant: Tenant, side: Side): Record<string, unknown> => {
  const places = placesOf(operation);
  return Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
      const name = variable.name.value;
      const input = typeFromAST(schema, type as never);
      // Those that only fragments use hold no identifiers: a language, a page.
      const place = places.get(name) ?? { name, door: name };
      if (!input || !isInputType(input)) return [];
      const isNeeded = type.kind === Kind.NON_NULL_TYPE && !defaultValue;
      if (!isNeeded && !takesIdentifier(input)) return [];
      return [[name, anyValue(input, place.name, (asked) => idOf(tenant, side, asked, place.door))]];
    }),
  );
};

let test: TestGateway;
let other: Tenant;
let ofA: readonly (readonly [Side, ApiClient])[];
let ofB: readonly (readonly [Side, ApiClient])[];
beforeAll(async () => {
  test = await startTestGateway();
  ofA = [
    ['supplier', (await signedInWith(test, tenantA.supplier, 'supplier', 'mainManager')).client],
    ['publicEntity', (await signedInWith(test, tenantA.entity, 'publicEntity', 'mainManager')).client],
  ];
  other = await arrangeTenantB(test);
  ofB = [
    ['supplier', (await signedInWith(test, caterer, 'supplier', 'mainManager')).client],
    ['publicEntity', (await signedInWith(test, town, 'publicEntity', 'mainManager')).client],
  ];
});
afterAll(() => test.close());

const answerTo = async (client: ApiClient, each: Recorded, side: Side): Promise<string> => {
  const { data, errors } = await client.ask(textOf(each), variablesFor(each, other, side));
  for (const { message, extensions } of errors)
    if (extensions.refusal === undefined || extensions.refusal === 'internal')
      throw new Error(`${each.name}: ${message}`);
  return JSON.stringify({ data, errors });
};

describe('what one tenant asks with the identifiers of another', () => {
  it('is every operation of ours', () => {
    expect(operationsOf(ofApps).length).toBeGreaterThan(30);
    expect(operationsOf(ofCommandLine).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['SignIn', 'Deposit', 'Find']),
    );
  });

  it.each(recorded)('answers nothing that is the other’s: $name', async (each) => {
    const answers = await Promise.all(
      ofA.map(async ([side, client]) => [side, await answerTo(client, each, side)] as const),
    );
    for (const [side, answer] of answers)
      expect([side, other.markers.filter((marker) => answer.includes(marker))]).toEqual([side, []]);
  });

  it('is answered in full to the other itself: there is something to leak', async () => {
    const reading = recorded.filter(({ operation }) => operation.operation === 'query');
    const shown = await Promise.all(
      reading.map(async (each) => {
        const answers = await Promise.all(ofB.map(([side, client]) => answerTo(client, each, side)));
        return other.markers.filter((marker) => answers.some((answer) => answer.includes(marker)));
      }),
    );
    expect(shown.filter((markers) => markers.length > 0).length).toBeGreaterThan(5);
    expect(new Set(shown.flat()).size).toBeGreaterThan(8);
  });
});
