import { structureIds } from '@parvis/demo-data/demo-structures';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Api, eventually } from '../support/api.js';
import { act, approved, becomes, deliveryOf, invoiceTo, type SeenDelivery, see } from '../support/journey.js';
import type { SimulatorBill } from '../support/simulator-books.js';
import { type Stack, startStack } from '../support/stack.js';

describe('Quand le système comptable se conduit mal', () => {
  let stack: Stack;
  let supplier: Api;
  let agent: Api;

  beforeAll(async () => {
    stack = await startStack();
    supplier = await stack.signedIn('paule@papeterie.example');
    agent = await stack.signedIn('claire@hopital.example');
  });
  afterEach(() =>
    stack.books.mood({ down: false, lateSeconds: 0, repeatsChanges: false, refusesSignIn: false }),
  );
  afterAll(() => stack?.stop());

  it('en panne : la facture attend, le dit, puis arrive une seule fois', async () => {
    await stack.books.mood({ down: true });
    const { id } = await approved(supplier, agent, invoiceTo('F-ABSENTE'));
    await standsAs(id, ({ state, problemCode }) => state === 'WAITING' && problemCode === 'unavailable');
    // Its page for people still answers.
    const page = await (await fetch(stack.books.url)).text();
    expect(page).not.toContain('F-ABSENTE');

    await stack.books.mood({ down: false });

    const { attempts } = await standsAs(id, ({ state }) => state === 'DELIVERED');
    expect(attempts).toBeGreaterThan(1);
    expect(await stack.books.billsFor('F-ABSENTE')).toHaveLength(1);
  });

  it('en perdant une réponse : la facture n’est saisie qu’une fois', async () => {
    await stack.books.mood({ losesNextAnswer: true });
    const { id } = await approved(supplier, agent, invoiceTo('F-PERDUE'));
    await standsAs(id, ({ state }) => state === 'DELIVERED');
    expect(await stack.books.moods()).toMatchObject({ losesNextAnswer: false });
    expect(await stack.books.billsFor('F-PERDUE')).toHaveLength(1);
  });

  it('en répondant trop tard : la facture n’est saisie qu’une fois', async () => {
    await stack.worker.kill('SIGTERM');
    await stack.worker.start({ PARVIS_CONNECTOR_TIMEOUT_SECONDS: '0.5' });
    const { id } = await approved(supplier, agent, invoiceTo('F-TARD'));
    await standsAs(id, ({ state }) => state === 'DELIVERED');
    await stack.books.mood({ lateSeconds: 2 });
    const late = await approved(supplier, agent, invoiceTo('F-TROP-TARD'));
    await standsAs(late.id, ({ problemCode }) => problemCode === 'unavailable');

    await stack.books.mood({ lateSeconds: 0 });

    await standsAs(late.id, ({ state }) => state === 'DELIVERED');
    expect(await stack.books.billsFor('F-TROP-TARD')).toHaveLength(1);
  });

  it('en répétant ses nouvelles : chacune ne compte qu’une fois', async () => {
    const { id } = await approved(supplier, agent, invoiceTo('F-REPETEE'));
    await standsAs(id, ({ state }) => state === 'DELIVERED');
    await stack.books.mood({ repeatsChanges: true });
    const bill = await billOf('F-REPETEE');
    await stack.books.act(bill, 'post');
    await becomes(supplier, id, 'PAYMENT_ORDERED');
    await stack.books.act(bill, 'book');
    await becomes(supplier, id, 'BOOKED');
    await stack.books.act(bill, 'pay');
    const { timeline } = await becomes(supplier, id, 'IN_PAYMENT');
    expect(timeline.map(({ action }) => action)).toEqual([
      'deposit',
      'makeAvailable',
      'approve',
      'orderPayment',
      'book',
      'startPayment',
    ]);
  });

  it('rejetée par le comptable : l’agente le voit et décide, le fournisseur lit son motif à elle', async () => {
    const { id } = await approved(supplier, agent, invoiceTo('F-REJET'));
    await standsAs(id, ({ state }) => state === 'DELIVERED');
    await stack.books.act(await billOf('F-REJET'), 'cancel', 'Marché clos depuis le 30 juin');
    await standsAs(id, ({ remoteStatus }) => remoteStatus === 'cancelled');
    expect((await see(supplier, id))?.status).toBe('SERVICE_CONFIRMED');

    const refusal = { invoiceId: id, reasonCode: 'REF_CT_ABSENT', comment: 'Marché clos depuis le 30 juin' };
    expect(await act(agent, 'refuseInvoice', refusal)).toMatchObject({ __typename: 'InvoiceActedOn' });

    const { timeline, availableActions } = await becomes(supplier, id, 'REFUSED');
    expect(timeline.at(-1)).toMatchObject({ actorKind: 'BUYER', comment: 'Marché clos depuis le 30 juin' });
    expect(availableActions).toEqual([]);
  });

  it('en refusant notre compte : tout s’arrête une fois, se dit, et repart à la reprise', async () => {
    await stack.books.mood({ refusesSignIn: true });
    const { id } = await approved(supplier, agent, invoiceTo('F-COMPTE'));
    const stopped = await eventually(connection, (seen) => seen?.active === false);
    expect(stopped?.lastProblem).toContain('refuse le jeton');
    expect(stopped?.pausedAt).not.toBeNull();
    await stack.books.mood({ refusesSignIn: false });
    await standsAs(id, ({ state }) => state === 'WAITING');
    expect(await stack.books.billsFor('F-COMPTE')).toEqual([]);

    const input = { connectionId: stopped?.id, active: true };
    await agent.query(
      `mutation ($input: SetConnectionActiveInput!) {
        setConnectionActive(input: $input) { ... on ConnectionSaved { connection { active } } }
      }`,
      { input },
    );

    await standsAs(id, ({ state }) => state === 'DELIVERED');
    expect(await connection()).toMatchObject({ active: true, lastProblem: null, pausedAt: null });
    expect(await stack.books.billsFor('F-COMPTE')).toHaveLength(1);
  });

  it('raccordée deux fois : l’environnement de test lit l’état de ce qui y était déjà, et ne devient jamais la production', async () => {
    const { id } = await approved(supplier, agent, invoiceTo('F-DEJA-LA'));
    await standsAs(id, ({ state }) => state === 'DELIVERED');
    await stack.books.act(await billOf('F-DEJA-LA'), 'post');
    await becomes(supplier, id, 'PAYMENT_ORDERED');

    expect(await saveSecond({ live: true })).toMatchObject({
      code: 'test-never-live',
      nextStep: expect.stringContaining('raccordez la production'),
    });
    const { connection: second } = await saveSecond({ live: false });
    if (!second) throw new Error('the second connection was not saved');
    // What the books told of the bill lies behind it now.
    await eventually(
      () =>
        agent.query<{ accountingConnection: { lastPulledAt: string | null } }>(
          'query ($id: ID!) { accountingConnection(id: $id) { lastPulledAt } }',
          { id: second.id },
        ),
      ({ accountingConnection }) => accountingConnection.lastPulledAt !== null,
    );
    await agent.query(
      `mutation ($input: SendToConnectionInput!) {
        sendToConnection(input: $input) { ... on DeliverySent { delivery { state } } }
      }`,
      { input: { invoiceId: id, connectionId: second.id } },
    );

    await eventually(
      () =>
        agent.query<{
          invoice: { deliveries: { remoteStatus: string | null; connection: { id: string } }[] };
        }>('query ($id: ID!) { invoice(id: $id) { deliveries { remoteStatus connection { id } } } }', { id }),
      ({ invoice }) =>
        invoice.deliveries.some((each) => each.connection.id === second.id && each.remoteStatus === 'posted'),
    );
    expect(await stack.books.billsFor('F-DEJA-LA')).toHaveLength(1);
    expect((await see(supplier, id))?.status).toBe('PAYMENT_ORDERED');
  });

  interface Saved {
    readonly connection?: { readonly id: string };
    readonly code?: string;
    readonly nextStep?: string;
  }

  const saveSecond = async ({ live }: { readonly live: boolean }): Promise<Saved> => {
    const { saveConnection } = await agent.query<{ saveConnection: Saved }>(
      `mutation ($input: SaveConnectionInput!) {
        saveConnection(input: $input) {
          ... on ConnectionSaved { connection { id } }
          ... on ActRefused { code nextStep }
        }
      }`,
      {
        input: {
          structureId: structureIds.hospital,
          ...{ system: 'simulator', name: 'Copie de test', environment: 'TEST', live },
          deliverWhen: 'MADE_AVAILABLE',
          settingsJson: JSON.stringify({ url: stack.books.url, token: stack.books.token }),
        },
      },
    );
    return saveConnection;
  };

  interface SeenConnection {
    readonly id: string;
    readonly active: boolean;
    readonly pausedAt: string | null;
    readonly lastProblem: string | null;
  }

  const connection = async (): Promise<SeenConnection | undefined> => {
    const { accountingConnections } = await agent.query<{ accountingConnections: SeenConnection[] }>(
      '{ accountingConnections { id active pausedAt lastProblem(language: FR) } }',
    );
    return accountingConnections[0];
  };

  const standsAs = async (
    id: string,
    isThere: (delivery: SeenDelivery) => boolean,
  ): Promise<SeenDelivery> => {
    const delivery = await eventually(
      () => deliveryOf(agent, id),
      (seen) => seen !== undefined && isThere(seen),
    );
    if (!delivery) throw new Error('no delivery');
    return delivery;
  };

  const billOf = async (reference: string): Promise<SimulatorBill> => {
    const [bill] = await stack.books.billsFor(reference);
    if (!bill) throw new Error(`no bill for ${reference}`);
    return bill;
  };
});
