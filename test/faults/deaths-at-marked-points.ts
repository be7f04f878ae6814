import { randomUUID } from 'node:crypto';
import { type MarkedPoint, markedPoints } from '@parvis/application/ports/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, eventually } from '../support/api.js';
import { act, deposit, invoiceTo, type SeenInvoice, see } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';

type Mortal = 'gateway' | 'worker';

/** Which process goes through a point. */
const diesIn = (point: MarkedPoint): Mortal =>
  point.startsWith('deposit.') || point.startsWith('act.') ? 'gateway' : 'worker';

/** A file for each process: their deaths are mostly waiting, and wait side by side. */
export const describeDeathsOf = (mortal: Mortal): void => {
  describe(`an invoice whose ${mortal} is killed on its way`, () => {
    let stack: Stack;
    let supplier: Api;
    let buyer: Api;

    beforeAll(async () => {
      stack = await startStack();
      supplier = await stack.signedIn('paule@papeterie.example');
      buyer = await stack.signedIn('claire@hopital.example');
    });
    afterAll(() => stack?.stop());

    it.each(markedPoints.filter((point) => diesIn(point) === mortal))(
      'is there once, with one bill and a whole timeline, after kill -9 at %s',
      async (point) => {
        const victim = stack[mortal];
        await victim.kill('SIGTERM');
        await victim.start({ PARVIS_FAULT_POINT: point });
        // Dies once, at the point; comes back as a supervisor would bring it back.
        const died = victim.gone().then(async (signal) => {
          await victim.start();
          return signal;
        });

        const invoice = await walkTheWay(point);

        expect(await died).toBe('SIGKILL');
        expect(await numbersOf(invoice.number)).toEqual([invoice.number]);
        const bills = await stack.books.billsFor(invoice.number);
        expect(bills.map(({ state }) => state)).toEqual(['paid']);
        expect(new Set(bills[0]?.files.map(({ sha256 }) => sha256)).size).toBe(bills[0]?.files.length);
        expect(invoice.timeline.map(({ sequence }) => sequence)).toEqual(
          invoice.timeline.map((_, index) => index + 1),
        );
        expect(invoice.timeline.filter(({ moves }) => moves).map(({ action }) => action)).toEqual([
          'deposit',
          'makeAvailable',
          'approve',
          'orderPayment',
          'book',
          'startPayment',
        ]);
      },
    );

    /** A supplier, a buyer and an accountant who each try again when the line drops, as people and programs do. */
    const walkTheWay = async (point: MarkedPoint): Promise<SeenInvoice> => {
      const number = `F-${point.replace('.', '-')}`.slice(0, 20);
      const key = randomUUID();
      const receipt = await eventually(
        () => deposit(supplier, invoiceTo(number), key),
        ({ __typename }) => __typename === 'DepositReceipt',
      );
      if (receipt.__typename !== 'DepositReceipt') throw new Error('no receipt');
      const { id } = receipt.invoice;
      await becomes(buyer, id, 'MADE_AVAILABLE');
      await eventually(
        async () => {
          const seen = await see(buyer, id);
          if (seen?.status === 'MADE_AVAILABLE') await act(buyer, 'approveInvoice', { invoiceId: id });
          return see(buyer, id);
        },
        (seen) => seen?.status === 'SERVICE_CONFIRMED',
      );
      // News is told even while the worker is down: the accountant does not know of it.
      const [bill] = await eventually(
        () => stack.books.billsFor(number),
        (bills) => bills.length > 0,
      );
      if (!bill) throw new Error('no bill');
      await eventually(
        () => deliveryStateOf(id),
        (state) => state === 'DELIVERED',
      );
      for (const step of ['post', 'book', 'pay'] as const) await stack.books.act(bill, step);
      return becomes(supplier, id, 'IN_PAYMENT');
    };

    const becomes = async (api: Api, id: string, status: string): Promise<SeenInvoice> => {
      const seen = await eventually(
        () => see(api, id),
        (invoice) => invoice?.status === status,
      );
      if (!seen) throw new Error('not seen');
      return seen;
    };

    const deliveryStateOf = async (id: string): Promise<string | undefined> => {
      const { invoice } = await buyer.query<{ invoice: { deliveries: { state: string }[] } }>(
        'query ($id: ID!) { invoice(id: $id) { deliveries { state } } }',
        { id },
      );
      return invoice.deliveries[0]?.state;
    };

    const numbersOf = async (number: string): Promise<string[]> => {
      const { invoices } = await supplier.query<{ invoices: { edges: { node: { number: string } }[] } }>(
        'query ($text: String!) { invoices(side: SUPPLIER, filter: { text: $text }) { edges { node { number } } } }',
        { text: number },
      );
      return invoices.edges.map(({ node }) => node.number);
    };
  });
};
