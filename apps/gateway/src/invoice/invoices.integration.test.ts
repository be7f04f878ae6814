import { alice, bruno, claire, elise, hospital, stationer } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { depositInvoice, routeInvoice } from '../testing/arrange.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const LIST = `query ($side: Side!, $filter: InvoiceFilter, $order: InvoiceOrder, $first: Int, $after: String) {
  invoices(side: $side, filter: $filter, order: $order, first: $first, after: $after) {
    countByStatus { status count }
    edges { cursor node { number status supplier { siret } recipient { siret } serviceName clock { late } availableActions } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const cursor = (...position: string[]): string => Buffer.from(JSON.stringify(position)).toString('base64url');

interface List {
  readonly invoices: {
    readonly countByStatus: readonly { readonly status: string; readonly count: number }[];
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly number: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

let test: TestGateway;
let supplier: ApiClient;
let hospitalAgent: ApiClient;
beforeAll(async () => {
  test = await startTestGateway();
  supplier = await ApiClient.signedInAs(alice, test.url);
  hospitalAgent = await ApiClient.signedInAs(claire, test.url);
  for (const number of ['L-1', 'L-2', 'L-3', 'L-4', 'L-5']) {
    const id = await depositInvoice(supplier, number);
    if (number !== 'L-5') await routeInvoice(test, id);
  }
});
afterAll(() => test.close());

const list = async (client: ApiClient, variables: Record<string, unknown>): Promise<List['invoices']> =>
  (await client.ask<List>(LIST, variables)).data.invoices;
const numbers = ({ edges }: List['invoices']): string[] => edges.map(({ node }) => node.number);

describe('a list of invoices', () => {
  it('shows both sides their own, newest first, and counts all of it', async () => {
    const sent = await list(supplier, { side: 'SUPPLIER', first: 2 });
    expect(numbers(sent)).toEqual(['L-5', 'L-4']);
    expect(sent.countByStatus).toEqual(
      expect.arrayContaining([
        { status: 'MADE_AVAILABLE', count: 4 },
        { status: 'DEPOSITED', count: 1 },
      ]),
    );
    const received = await list(hospitalAgent, { side: 'PUBLIC_ENTITY' });
    expect(received.edges[1]?.node).toMatchObject({
      number: 'L-4',
      supplier: { siret: stationer.siret },
      recipient: { siret: hospital.siret },
      serviceName: 'Restauration',
      clock: { late: false },
      availableActions: ['TAKE_IN_CHARGE', 'SUSPEND', 'REFUSE', 'APPROVE'],
    });
  });

  it('goes on where a page, or any row of it, ended', async () => {
    const first = await list(supplier, { side: 'SUPPLIER', first: 3 });
    const { hasNextPage, endCursor } = first.pageInfo;
    expect(hasNextPage).toBe(true);
    expect(numbers(await list(supplier, { side: 'SUPPLIER', after: endCursor }))).toEqual(['L-2', 'L-1']);
    const afterFirstRow = await list(supplier, { side: 'SUPPLIER', after: first.edges[0]?.cursor });
    expect(numbers(afterFirstRow)).toEqual(['L-4', 'L-3', 'L-2', 'L-1']);
  });

  it('keeps what the filter asks for, days counted in Paris', async () => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
    expect(numbers(await list(supplier, { side: 'SUPPLIER', filter: { text: 'L-3' } }))).toEqual(['L-3']);
    expect(numbers(await list(supplier, { side: 'SUPPLIER', filter: { statuses: ['DEPOSITED'] } }))).toEqual([
      'L-5',
    ]);
    const ofToday = await list(supplier, {
      side: 'SUPPLIER',
      filter: { depositedFrom: today, depositedTo: today },
    });
    expect(numbers(ofToday)).toHaveLength(5);
    const later = await list(supplier, { side: 'SUPPLIER', filter: { depositedFrom: '2100-01-01' } });
    expect(numbers(later)).toEqual([]);
  });

  it.each([1_000_000, 101, 0, -1])('says of a page of %i rows that it is none', async (first) => {
    const { status, errors } = await supplier.ask(LIST, { side: 'SUPPLIER', first });
    const extensions = {
      refusal: 'page-size-refused',
      argument: 'invoices(first:)',
      asked: first,
      allowed: 100,
    };
    expect([status, errors]).toMatchObject([400, [{ extensions }]]);
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['a day that is none', cursor('2026-02-30T00:00:00.000Z', '01960000-0000-7000-8000-000000000001')],
    ['an invoice that is none', cursor('2026-03-02T00:00:00.000Z', "' OR 1=1")],
    ['another list’s', cursor('2026-03-02T00:00:00.000Z')],
  ])('tells which argument holds a cursor it never gave: %s', async (_, after) => {
    const { errors } = await supplier.ask(LIST, { side: 'SUPPLIER', after });
    const told = { code: 'BAD_USER_INPUT', refusal: 'cursor-unknown', argument: 'after' };
    expect(errors).toMatchObject([{ message: expect.stringContaining('after'), extensions: told }]);
  });

  it('does not take the cursor of one order for a place in another', async () => {
    const { edges } = await list(supplier, { side: 'SUPPLIER', first: 1 });
    const variables = { side: 'SUPPLIER', order: 'LARGEST_FIRST', after: edges[0]?.cursor };
    const { errors } = await supplier.ask(LIST, variables);
    expect(errors).toMatchObject([{ extensions: { refusal: 'cursor-unknown' } }]);
  });

  it('shows nothing of others', async () => {
    expect(
      numbers(await list(await ApiClient.signedInAs(elise, test.url), { side: 'PUBLIC_ENTITY' })),
    ).toEqual([]);
    const both = await ApiClient.signedInAs(bruno, test.url);
    expect(
      numbers(await list(both, { side: 'SUPPLIER', filter: { structureId: stationer.structureId } })),
    ).toHaveLength(5);
    const { errors } = await supplier.ask(LIST, {
      side: 'SUPPLIER',
      filter: { structureId: hospital.structureId },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', refusal: 'not-allowed' } }]);
  });
});
