import type { Delivery } from '@parvis/application/accounting/delivery-ledger';
import { alice, claire, denis, elise, hospital, hospitalBooks } from '@parvis/application/testing/cast';
import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { depositInvoice, routeInvoice } from '../testing/arrange.js';
import { signedInWith } from '../testing/tenants.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const CONNECTIONS = `{
  accountingConnections {
    id name system active deliverWhen structure { name } counts { state count }
    deliveries(states: [REFUSED, WAITING], first: 1) {
      edges { cursor node { state problemCode nextStep connection { id } invoice { id number status } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
const RETRY = `mutation ($input: RetryDeliveryInput!) {
  retryDelivery(input: $input) {
    __typename
    ... on DeliveryRetried { delivery { state attempts } }
    ... on ActRefused { code }
  }
}`;
const CHECK = 'mutation ($id: ID!) { checkAccountingConnection(id: $id) { fine code message } }';

let test: TestGateway;
let agent: ApiClient;
let reader: ApiClient;
let refusedInvoice: string;
beforeAll(async () => {
  test = await startTestGateway();
  agent = await ApiClient.signedInAs(claire, test.url);
  reader = await ApiClient.signedInAs(denis, test.url);
  const supplier = await ApiClient.signedInAs(alice, test.url);
  for (const number of ['C-1', 'C-2']) {
    refusedInvoice = await depositInvoice(supplier, number);
    await routeInvoice(test, refusedInvoice);
    await refuseDelivery(refusedInvoice);
  }
});
afterAll(() => test.close());

/** As the worker leaves it when the accounting system says no. */
const refuseDelivery = async (id: string): Promise<void> => {
  const ref = parseInvoiceRef(id);
  if (!ref) throw new Error(`not an invoice: ${id}`);
  const delivery: Delivery = {
    ref,
    connectionId: hospitalBooks.id,
    revision: 1,
    state: 'refused',
    attempts: 1,
    createdAt: new Date(),
    problemCode: 'reference-data-missing',
    problem: { fr: 'Le compte 60611 manque.', en: 'Account 60611 is missing.' },
  };
  await test.persistence.work.run(({ deliveries }) => deliveries.open(delivery));
};
const ask = async (client: ApiClient, query: string, variables: Record<string, unknown> = {}) =>
  (await client.ask<Record<string, unknown>>(query, variables)).data;

describe('the connector panel', () => {
  it('shows what stands where and what mends it, to agents and readers, without any setting', async () => {
    for (const client of [agent, reader]) {
      expect(await ask(client, CONNECTIONS)).toMatchObject({
        accountingConnections: [
          {
            id: hospitalBooks.id,
            deliverWhen: 'SERVICE_CONFIRMED',
            structure: { name: 'Centre hospitalier de Valmont' },
            counts: [{ state: 'REFUSED', count: 2 }],
            deliveries: {
              edges: [
                {
                  node: {
                    state: 'REFUSED',
                    problemCode: 'reference-data-missing',
                    nextStep: expect.stringMatching(/« Renvoyer »/),
                    connection: { id: hospitalBooks.id },
                    invoice: { id: refusedInvoice, number: 'C-2' },
                  },
                },
              ],
              pageInfo: { hasNextPage: true },
            },
          },
        ],
      });
    }
  });

  it.each(['nonsense', Buffer.from('["2026-02-30",1,2,3]').toString('base64url')])(
    'tells which argument holds a place that no page gave: %s',
    async (after) => {
      const query =
        'query ($after: String) { accountingConnections { deliveries(after: $after) { pageInfo { endCursor } } } }';
      const { errors } = await agent.ask(query, { after });
      const told = { code: 'BAD_USER_INPUT', refusal: 'cursor-unknown', argument: 'after' };
      expect(errors).toMatchObject([{ message: expect.stringContaining('after'), extensions: told }]);
    },
  );

  it('is empty for another entity and closed to suppliers', async () => {
    const town = await ApiClient.signedInAs(elise, test.url);
    expect(await ask(town, CONNECTIONS)).toEqual({ accountingConnections: [] });
    const { errors } = await (await ApiClient.signedInAs(alice, test.url)).ask(CONNECTIONS);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('shows the deliveries of an invoice to its recipient only', async () => {
    const query = 'query ($id: ID!) { invoice(id: $id) { deliveries { state } } }';
    const supplier = await ApiClient.signedInAs(alice, test.url);
    expect(await ask(agent, query, { id: refusedInvoice })).toEqual({
      invoice: { deliveries: [{ state: 'REFUSED' }] },
    });
    expect(await ask(supplier, query, { id: refusedInvoice })).toEqual({ invoice: { deliveries: [] } });
  });
});

describe('an invoice with deliveries', () => {
  it('is shown without them to an agent of the entity who has no right over its connections', async () => {
    const grants = [{ space: 'receivedInvoices', level: 'full' }] as const;
    const { client } = await signedInWith(test, hospital, 'publicEntity', 'user', grants);
    const query = 'query ($id: ID!) { invoice(id: $id) { number deliveries { state connection { name } } } }';
    const answer = await client.ask(query, { id: refusedInvoice });
    expect(answer).toMatchObject({ data: { invoice: { number: 'C-2', deliveries: [] } } });
    expect(answer.errors ?? []).toEqual([]);
  });
});

describe('another try', () => {
  it('is for those who operate the connector, on what is stuck', async () => {
    const input = { invoiceId: refusedInvoice, connectionId: hospitalBooks.id };
    expect(await ask(reader, RETRY, { input })).toMatchObject({ retryDelivery: { code: 'not-allowed' } });
    expect(await ask(agent, RETRY, { input: { ...input, invoiceId: 'nonsense' } })).toMatchObject({
      retryDelivery: { code: 'invoice-not-found' },
    });
    expect(await ask(agent, RETRY, { input })).toMatchObject({
      retryDelivery: { __typename: 'DeliveryRetried', delivery: { state: 'WAITING', attempts: 0 } },
    });
  });
});

describe('a check of the connection', () => {
  it('says in words that it cannot be reached, and shows no secret of its settings', async () => {
    const answer = await ask(agent, CHECK, { id: hospitalBooks.id });
    expect(answer).toMatchObject({
      checkAccountingConnection: { fine: false, message: expect.stringMatching(/.{10}/) },
    });
    expect(JSON.stringify(answer)).not.toContain('comptabilite.invalid');
  });

  it('of a connection of others finds nothing', async () => {
    const town = await ApiClient.signedInAs(elise, test.url);
    expect(await ask(town, CHECK, { id: hospitalBooks.id })).toMatchObject({
      checkAccountingConnection: { fine: false, code: 'connection-not-found' },
    });
  });
});
