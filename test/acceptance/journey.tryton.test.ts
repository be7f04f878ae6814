import { createHash, randomUUID } from 'node:crypto';
import { makeAccountant, type TrytonAccountant } from '@parvis/connector-tryton/testing/accountant';
import { settingsOf, type TestTryton } from '@parvis/connector-tryton/testing/tryton-harness';
import { ublFile } from '@parvis/demo-data/ubl-file';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { type Api, eventually } from '../support/api.js';
import { act, approved, becomes, deliveryOf, deposited, invoiceTo, see } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';
import { toldAsOneStory } from '../support/story.js';

declare module 'vitest' {
  interface ProvidedContext {
    tryton: TestTryton | { readonly missing: string };
  }
}

/** Tryton keeps its books from one run of the tests to the next. */
const fresh = (): string => `F-${randomUUID().slice(0, 12)}`;

const billRow = z.object({
  reference: z.string(),
  untaxed_amount: z.object({ decimal: z.string() }),
  tax_amount: z.object({ decimal: z.string() }),
  total_amount: z.object({ decimal: z.string() }),
  lines: z.array(z.int()),
  state: z.string(),
  number: z.string().nullable(),
  'party.': z.object({ name: z.string() }),
});
const fileRow = z.object({ name: z.string(), data: z.object({ base64: z.string() }) });

describe('Une facture, du dépôt à la mise en paiement dans Tryton', () => {
  const sent = invoiceTo(fresh(), { serviceCode: 'RESTAURATION' });
  let stack: Stack;
  let supplier: Api;
  let agent: Api;
  let accountant: TrytonAccountant;
  let id: string;

  beforeAll(async () => {
    const tryton = inject('tryton');
    if ('missing' in tryton) return;
    const { password, ...settings } = settingsOf(tryton);
    stack = await startStack({
      books: { system: 'tryton', name: 'Tryton', settings: { ...settings, secrets: { password } } },
    });
    supplier = await stack.signedIn('paule@papeterie.example');
    agent = await stack.signedIn('claire@hopital.example');
    const { url, accountantUser, accountantPassword } = tryton;
    accountant = makeAccountant({ url, user: accountantUser, password: accountantPassword });
  });
  afterAll(() => stack?.stop());
  beforeEach((context) => {
    const tryton = inject('tryton');
    if ('missing' in tryton) context.skip(tryton.missing);
  });
  toldAsOneStory();

  it('est déposée, suspendue, complétée et certifiée', async () => {
    ({ id } = await deposited(supplier, sent));
    await becomes(agent, id, 'MADE_AVAILABLE');
    await act(agent, 'suspendInvoice', { invoiceId: id, reasonCode: 'JUSTIF_ABS' });
    const upload = await supplier.upload('bon.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'), 'application/pdf');
    await act(supplier, 'completeInvoice', { invoiceId: id, attachmentUploadIds: [upload] });
    await act(agent, 'approveInvoice', { invoiceId: id });
    await becomes(supplier, id, 'SERVICE_CONFIRMED');
  });

  it('arrive dans Tryton avec ses lignes, sa TVA, sa référence et son fichier d’origine', async () => {
    const delivery = await eventually(
      () => deliveryOf(agent, id),
      (seen) => seen?.state === 'DELIVERED',
    );
    const bills = await billsIn(sent.number);
    expect(bills).toMatchObject([{ reference: sent.number, state: 'draft' }]);
    expect(bills[0]?.lines.length).toBeGreaterThanOrEqual(2);
    expect(bills[0]?.['party.'].name).toBe('Papeterie du Bocage');
    const amounts = [bills[0]?.untaxed_amount, bills[0]?.tax_amount, bills[0]?.total_amount];
    expect(amounts.map((amount) => Number(amount?.decimal).toFixed(2))).toEqual([
      '331.20',
      '55.54',
      '386.74',
    ]);
    const files = await accountant.client.search(
      'ir.attachment',
      { domain: [['resource', '=', `account.invoice,${delivery?.remoteId}`]], fields: ['name', 'data'] },
      fileRow,
    );
    const hashes = files.map(({ data }) => hashOf(Buffer.from(data.base64, 'base64')));
    expect(hashes).toContain(hashOf(ublFile(sent)));
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['bon.pdf']));
  });

  it('revient mandatée avec le numéro que Tryton lui a donné', async () => {
    const bill = await billIn(sent.number);
    await accountant.validate(bill);
    await accountant.post(bill);
    await becomes(supplier, id, 'PAYMENT_ORDERED');
    const [posted] = await billsIn(sent.number);
    expect(posted?.number).toMatch(/\d/);
    expect((await deliveryOf(agent, id))?.remoteNumber).toBe(posted?.number);
  });

  it('est mise en paiement : le fournisseur le voit', async () => {
    await accountant.pay(await billIn(sent.number));
    const { timeline } = await becomes(supplier, id, 'IN_PAYMENT');
    expect(timeline.filter(({ moves }) => moves).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['deposit', 'approve', 'orderPayment', 'startPayment']),
    );
    expect(timeline.map(({ sequence }) => sequence)).toEqual(timeline.map((_, index) => index + 1));
    expect((await see(agent, id))?.status).toBe('IN_PAYMENT');
  });

  it('n’y est qu’une fois quand le serveur de fond meurt juste après l’avoir créée', async () => {
    await stack.worker.kill('SIGTERM');
    await stack.worker.start({ PARVIS_FAULT_POINT: 'deliver.createdThere' });
    const died = stack.worker.gone();
    const number = fresh();
    const { id: interrupted } = await approved(supplier, agent, { ...sent, number });
    expect(await died).toBe('SIGKILL');
    expect(await billsIn(number)).toHaveLength(1);

    await stack.worker.start();

    await eventually(
      () => deliveryOf(agent, interrupted),
      (seen) => seen?.state === 'DELIVERED',
    );
    expect(await billsIn(number)).toHaveLength(1);
  });

  const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

  const billsIn = (reference: string) =>
    accountant.client.search(
      'account.invoice',
      {
        domain: [['reference', '=', reference]],
        fields: [
          'reference',
          'untaxed_amount',
          'tax_amount',
          'total_amount',
          'lines',
          'state',
          'number',
          'party.name',
        ],
      },
      billRow,
    );

  const billIn = async (reference: string): Promise<string> => {
    const bill = await accountant.findBill(reference);
    if (!bill) throw new Error(`no bill ${reference} in Tryton`);
    return bill;
  };
});
