import { createHash } from 'node:crypto';
import { ublFile } from '@parvis/demo-data/ubl-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, eventually } from '../support/api.js';
import { act, becomes, deliveryOf, deposit, deposited, invoiceTo, see } from '../support/journey.js';
import { Listener } from '../support/listener.js';
import type { SimulatorBill } from '../support/simulator-books.js';
import { type Stack, startStack } from '../support/stack.js';
import { toldAsOneStory } from '../support/story.js';

describe('Une facture, du fichier du fournisseur à la mise en paiement', () => {
  const sent = invoiceTo('F-2026-0042', { serviceCode: 'PHARMACIE', engagementNumber: 'EJ-2026-0815' });
  let stack: Stack;
  let supplier: Api;
  let agent: Api;
  let listener: Listener;
  let id: string;

  beforeAll(async () => {
    stack = await startStack();
    supplier = await stack.signedIn('paule@papeterie.example');
    agent = await stack.signedIn('claire@hopital.example');
    listener = new Listener(supplier, 'SUPPLIER');
    // A subscription answers nothing when it begins: it is there once it has told of something.
    let probes = 0;
    await eventually(
      async () => {
        if (listener.heard.length === 0) await deposited(supplier, invoiceTo(`SONDE-${++probes}`));
        return listener.heard;
      },
      ({ length }) => length > 0,
    );
  });
  afterAll(async () => {
    await listener?.close();
    await stack?.stop();
  });
  toldAsOneStory();

  it('est déposée contre un reçu qui porte l’empreinte du fichier', async () => {
    const receipt = await deposit(supplier, sent, 'F-2026-0042');
    if (receipt.__typename !== 'DepositReceipt') throw new Error(JSON.stringify(receipt));
    expect(receipt.documentSha256).toBe(createHash('sha256').update(ublFile(sent)).digest('hex'));
    id = receipt.invoice.id;
  });

  it('est acheminée au destinataire, qui peut la traiter', async () => {
    const { availableActions } = await becomes(agent, id, 'MADE_AVAILABLE');
    expect(availableActions).toEqual(expect.arrayContaining(['APPROVE', 'SUSPEND', 'REFUSE']));
  });

  it('se lit chez le destinataire, fichier d’origine à l’octet près', async () => {
    const { invoice } = await agent.query<{
      invoice: { readableUrl: string; originalUrl: string; taxInclusive: string; serviceName: string };
    }>('query ($id: ID!) { invoice(id: $id) { readableUrl originalUrl taxInclusive serviceName } }', { id });
    expect(invoice).toMatchObject({ taxInclusive: '386.74', serviceName: 'Pharmacie à usage intérieur' });
    const original = await agent.download(invoice.originalUrl);
    expect(Buffer.compare(Buffer.from(await original.arrayBuffer()), ublFile(sent))).toBe(0);
    const readable = await agent.download(invoice.readableUrl);
    expect(readable.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await readable.text()).toContain('Ramettes de papier A4');
  });

  it('n’est pas suspendue sans motif', async () => {
    expect(await act(agent, 'suspendInvoice', { invoiceId: id, reasonCode: 'MOTIF_INVENTE' })).toMatchObject({
      __typename: 'ActRefused',
      code: 'reason-unknown',
    });
  });

  it('est suspendue avec un motif, que le fournisseur lit', async () => {
    const input = { invoiceId: id, reasonCode: 'JUSTIF_ABS', comment: 'Il manque le bon de livraison.' };
    expect(await act(agent, 'suspendInvoice', input)).toMatchObject({ __typename: 'InvoiceActedOn' });
    const { availableActions } = await becomes(supplier, id, 'SUSPENDED');
    expect(availableActions).toEqual(['COMPLETE']);
    expect(await lastEvent(supplier)).toMatchObject({
      reasonCode: 'JUSTIF_ABS',
      comment: 'Il manque le bon de livraison.',
      actorName: expect.stringContaining('Claire Vasseur'),
    });
  });

  it('n’est pas certifiée tant qu’elle est suspendue', async () => {
    expect(await act(agent, 'approveInvoice', { invoiceId: id })).toMatchObject({ code: 'action-closed' });
  });

  it('est complétée avec une pièce jointe, que le destinataire reçoit', async () => {
    const paper = Buffer.from('%PDF-1.4\n%%EOF\n');
    const upload = await supplier.upload('bon-de-livraison.pdf', paper, 'application/pdf');
    await act(supplier, 'completeInvoice', { invoiceId: id, attachmentUploadIds: [upload] });
    await becomes(agent, id, 'COMPLETED');
    const { documents } = await lastEvent(agent);
    expect(documents.map(({ fileName }) => fileName)).toEqual(['bon-de-livraison.pdf']);
    const fetched = await agent.download(String(documents[0]?.url));
    expect(Buffer.from(await fetched.arrayBuffer()).equals(paper)).toBe(true);
  });

  it('n’est plus jugée sur une page périmée', async () => {
    expect(await act(agent, 'approveInvoice', { invoiceId: id, expectedSequence: 2 })).toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('est certifiée et arrive en comptabilité avec ses lignes, sa TVA, son engagement et ses fichiers', async () => {
    await act(agent, 'approveInvoice', { invoiceId: id });
    await eventually(
      () => deliveryOf(agent, id),
      (delivery) => delivery?.state === 'DELIVERED',
    );
    const bills = (await stack.books.billsFor(sent.number)) as (SimulatorBill & Record<string, unknown>)[];
    expect(bills).toHaveLength(1);
    expect(bills[0]).toMatchObject({
      supplier: { siret: '00000012500013' },
      engagementNumber: 'EJ-2026-0815',
      serviceCode: 'PHARMACIE',
      totals: { net: '331.20', gross: '386.74' },
    });
    expect(bills[0]?.lines).toHaveLength(2);
    expect(bills[0]?.vat).toHaveLength(2);
    expect(bills[0]?.files.map(({ sha256 }) => sha256)).toContain(
      createHash('sha256').update(ublFile(sent)).digest('hex'),
    );
  });

  it('revient mandatée avec son numéro, comptabilisée, puis mise en paiement', async () => {
    const [bill] = await stack.books.billsFor(sent.number);
    if (!bill) throw new Error('no bill');
    const { number } = await stack.books.act(bill, 'post');
    await becomes(supplier, id, 'PAYMENT_ORDERED');
    expect((await deliveryOf(agent, id))?.remoteNumber).toBe(number);
    await stack.books.act(bill, 'book');
    await becomes(supplier, id, 'BOOKED');
    await stack.books.act(bill, 'pay');
    await becomes(supplier, id, 'IN_PAYMENT');
  });

  it('a été racontée au fournisseur pas à pas, sans qu’il demande', async () => {
    const told = await eventually(
      async () => listener.statusesOf(id),
      (statuses) => statuses.includes('IN_PAYMENT'),
    );
    expect(told).toEqual([
      'DEPOSITED',
      'MADE_AVAILABLE',
      'SUSPENDED',
      'COMPLETED',
      'SERVICE_CONFIRMED',
      'PAYMENT_ORDERED',
      'BOOKED',
      'IN_PAYMENT',
    ]);
  });

  it('garde un historique dont chaque empreinte est différente', async () => {
    const { invoice } = await agent.query<{ invoice: { timeline: { hash: string; sequence: number }[] } }>(
      'query ($id: ID!) { invoice(id: $id) { timeline { hash sequence } } }',
      { id },
    );
    expect(invoice.timeline.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(invoice.timeline.map(({ hash }) => hash)).size).toBe(8);
    expect((await see(supplier, id))?.timeline).toHaveLength(8);
  });

  interface ToldEvent {
    readonly reasonCode: string | null;
    readonly comment: string | null;
    readonly actorName: string;
    readonly documents: readonly { readonly fileName: string; readonly url: string }[];
  }

  const lastEvent = async (api: Api): Promise<ToldEvent> => {
    const { invoice } = await api.query<{ invoice: { timeline: ToldEvent[] } }>(
      `query ($id: ID!) {
        invoice(id: $id) { timeline { reasonCode comment actorName documents { fileName url } } }
      }`,
      { id },
    );
    const last = invoice.timeline.at(-1);
    if (!last) throw new Error('no event');
    return last;
  };
});
