import 'reflect-metadata';
import { makeListConnections } from '@parvis/application/accounting/list-connections';
import { makeCountInvoices } from '@parvis/application/invoice/count-invoices';
import { makeListInvoices } from '@parvis/application/invoice/list-invoices';
import { makeViewInvoices } from '@parvis/application/invoice/view-invoices';
import { alice, claire } from '@parvis/application/testing/cast';
import type { Person, Side } from '@parvis/domain/access/actor';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildGuardedSchema } from '../graphql/build-schema.js';
import { loaderMaker } from '../loaders.js';
import { ApiClient } from '../testing/api-client.js';
import { depositInvoice, routeInvoice } from '../testing/arrange.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';
import type { UseCases } from '../use-cases.js';

const GREEDY = `query ($side: Side!, $first: Int) {
  invoices(side: $side, first: $first) {
    edges { node {
      number serviceName supplier { siret } recipient { siret } clock { dueOn }
      timeline { hash documents { fileName } } documents { sha256 } content { lines { name } }
      warnings { rule } deliveries { state }
    } }
  }
}`;

interface Answer {
  readonly invoices: {
    readonly edges: readonly { readonly node: { readonly timeline: readonly object[] } }[];
  };
}

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway();
  const supplier = await ApiClient.signedInAs(alice, test.url);
  for (const number of ['C-1', 'C-2', 'C-3', 'C-4', 'C-5', 'C-6'])
    await routeInvoice(test, await depositInvoice(supplier, number));
});
afterAll(() => test.close());

/** Asks without HTTP, on a database connection whose every statement is counted. */
const statementsFor = async (person: Person, side: Side, first: number) => {
  const { work, lists, dataSource } = test.persistence;
  const useCases = {
    listInvoices: makeListInvoices({ lists }),
    countInvoices: makeCountInvoices({ lists }),
    viewInvoices: makeViewInvoices({ work }),
    listConnections: makeListConnections({ work }),
  };
  const schema = buildGuardedSchema({ useCases: useCases as UseCases, now: () => new Date() });
  const statements = vi.spyOn(dataSource.logger, 'logQuery');
  const { data, errors } = await graphql({
    schema,
    source: GREEDY,
    variableValues: { side: side === 'supplier' ? 'SUPPLIER' : 'PUBLIC_ENTITY', first },
    contextValue: { principal: person, language: 'fr', loaders: loaderMaker({ ...useCases, work })(person) },
  });
  const count = statements.mock.calls.length;
  statements.mockRestore();
  expect(errors).toBeUndefined();
  const { invoices } = data as unknown as Answer;
  return { count, timelines: invoices.edges.map(({ node }) => node.timeline.length) };
};

describe('a list that asks for everything of every invoice', () => {
  it.each([
    ['supplier', alice],
    ['publicEntity', claire],
  ] as const)('costs the %s as many queries for six invoices as for one', async (side, person) => {
    const one = await statementsFor(person, side, 1);
    const six = await statementsFor(person, side, 6);
    expect(one.timelines).toEqual([2]);
    expect(six.timelines).toEqual([2, 2, 2, 2, 2, 2]);
    expect(one.count).toBeGreaterThan(5);
    expect(six.count).toBe(one.count);
  });
});
