import type { Delivery } from '@parvis/application/accounting/delivery-ledger';
import { alice, claire, denis, elise, hospital, hospitalBooks } from '@parvis/application/testing/cast';
import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { depositInvoice, routeInvoice } from '../testing/arrange.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const LIST = `query ($id: ID!, $search: String, $states: [DeliveryState!], $first: Int, $after: String) {
  deliveries(structureId: $id, search: $search, states: $states, first: $first, after: $after) {
    edges { node { id revision key state invoice { number } exchanges { what failure } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const act = (name: string, type: string, fields: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${fields} ... on ActRefused { code } } }`;
const RETRY = act('retryDeliveries', 'RetryDeliveriesInput', '... on DeliveriesRetried { count more }');
const REPLAY = act('replayDeliveries', 'ReplayDeliveriesInput', '... on DeliveriesReplayed { count more }');
const SEND = act('sendToConnection', 'SendToConnectionInput', '... on DeliverySent { delivery { state } }');
const DRY = act(
  'dryRunConnection',
  'DryRunConnectionInput',
  '... on DryRun { invoices { invoice { number } outcome code message bill { totals { gross } } } }',
);

let test: TestGateway;
let agent: ApiClient;
const ids: string[] = [];
beforeAll(async () => {
  test = await startTestGateway();
  agent = await ApiClient.signedInAs(claire, test.url);
  const supplier = await ApiClient.signedInAs(alice, test.url);
  for (const number of ['E-1', 'E-2', 'E-3']) {
    const id = await depositInvoice(supplier, number);
    await routeInvoice(test, id);
    ids.push(id);
  }
  await note(0, { state: 'refused', problemCode: 'right-missing' });
  await note(1, { state: 'delivered', deliveredAt: new Date(), lastAttemptAt: new Date(), remoteId: '7' });
});
afterAll(() => test.close());

const refOf = (index: number) => {
  const ref = parseInvoiceRef(ids[index] ?? '');
  if (!ref) throw new Error('no such invoice');
  return ref;
};

/** As the worker leaves it. */
const note = (index: number, change: Partial<Delivery>): Promise<void> =>
  test.persistence.work.run(async ({ deliveries, exchanges }) => {
    const ref = refOf(index);
    const opened: Delivery = {
      ...{ ref, connectionId: hospitalBooks.id, revision: 1, state: 'waiting', attempts: 1 },
      createdAt: new Date(),
      ...change,
    };
    await deliveries.open(opened);
    await exchanges.add([
      {
        ...{ recipientId: ref.recipientId, connectionId: hospitalBooks.id, invoiceId: ref.invoiceId },
        key: `parvis:${ref.invoiceId}:1`,
        at: new Date(),
        what: 'create the bill',
        question: { line: 'POST https://compta.invalid/', headers: {}, body: '{}' },
        failure: 'timeout',
        milliseconds: 3,
      },
    ]);
  });
const ask = async (client: ApiClient, query: string, variables: Record<string, unknown>) => {
  const a = await client.ask<Record<string, unknown>>(query, variables);
  if (a.errors.length) console.log(JSON.stringify(a.errors));
  return a.data;
};
const list = (variables: object, client = agent) =>
  ask(client, LIST, { id: hospital.structureId, ...variables });
const connectionId = hospitalBooks.id;

describe('deliveries of an entity', () => {
  it('are found by what is written on the invoice, each with what was said for it', async () => {
    const edges = [
      {
        node: {
          state: 'REFUSED',
          revision: 1,
          key: `parvis:${refOf(0).invoiceId}:1`,
          invoice: { number: 'E-1' },
          exchanges: [{ what: 'create the bill', failure: 'timeout' }],
        },
      },
    ];
    expect(await list({ search: 'e-1' })).toMatchObject({ deliveries: { edges } });
    expect(await list({ search: '%' })).toMatchObject({ deliveries: { edges: [] } });
  });

  it('come page by page', async () => {
    const first = await list({ first: 1 });
    expect(first).toMatchObject({ deliveries: { edges: [{}], pageInfo: { hasNextPage: true } } });
    const { endCursor } = (first.deliveries as { pageInfo: { endCursor: string } }).pageInfo;
    expect(await list({ first: 1, after: endCursor })).toMatchObject({
      deliveries: { edges: [{ node: { state: 'REFUSED' } }], pageInfo: { hasNextPage: false } },
    });
  });

  it('are nobody else’s to read', async () => {
    const town = await ApiClient.signedInAs(elise, test.url);
    const { errors } = await town.ask(LIST, { id: hospital.structureId });
    expect(errors).toMatchObject([{ extensions: { refusal: 'not-allowed' } }]);
  });
});

describe('what an operator does with them', () => {
  it('tries again all that is stuck, replays what was delivered, sends what was never sent', async () => {
    expect(await ask(agent, RETRY, { input: { connectionId, states: ['PARKED'] } })).toMatchObject({
      retryDeliveries: { count: 0, more: false },
    });
    expect(await ask(agent, RETRY, { input: { connectionId } })).toMatchObject({
      retryDeliveries: { count: 1, more: false },
    });
    const input = { connectionId, from: '2026-01-01T00:00:00Z' };
    expect(await ask(agent, REPLAY, { input })).toMatchObject({ replayDeliveries: { count: 1 } });
    expect(await list({ states: ['WAITING'] })).toMatchObject({ deliveries: { edges: [{}, {}] } });
    const sending = { connectionId, invoiceId: ids[2] };
    expect(await ask(agent, SEND, { input: sending })).toMatchObject({
      sendToConnection: { delivery: { state: 'WAITING' } },
    });
    expect(await ask(agent, SEND, { input: sending })).toMatchObject({
      sendToConnection: { code: 'nothing-to-retry' },
    });
  });

  it('tries the connection on the last invoices, and hears invoice by invoice why it cannot be', async () => {
    expect(await ask(agent, DRY, { input: { connectionId, first: 2 } })).toMatchObject({
      dryRunConnection: {
        invoices: [
          { invoice: { number: 'E-3' }, outcome: 'UNAVAILABLE', message: expect.stringMatching(/.{10}/) },
          { invoice: { number: 'E-2' }, bill: null },
        ],
      },
    });
  });

  it('is not for readers, nor for other entities', async () => {
    const reader = await ApiClient.signedInAs(denis, test.url);
    const town = await ApiClient.signedInAs(elise, test.url);
    const acts = [
      ['retryDeliveries', RETRY, { connectionId }],
      ['replayDeliveries', REPLAY, { connectionId, from: '2026-01-01T00:00:00Z' }],
      ['sendToConnection', SEND, { connectionId, invoiceId: ids[2] }],
      ['dryRunConnection', DRY, { connectionId }],
    ] as const;
    for (const [name, query, input] of acts) {
      expect(await ask(reader, query, { input })).toMatchObject({ [name]: { code: 'not-allowed' } });
      expect(await ask(town, query, { input })).toMatchObject({ [name]: { code: 'connection-not-found' } });
    }
  });
});
