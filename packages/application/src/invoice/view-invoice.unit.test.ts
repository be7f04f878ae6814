import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, test } from 'vitest';
import { alice, claire, denis, elise, fanny, gilles, hospitalAccountant, ines } from '../testing/cast.js';
import { approved } from '../testing/deliveries.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { act, granted, received, refusalOf } from '../testing/journey.js';
import { makeReadDocument } from './read-document.js';
import { makeViewInvoice } from './view-invoice.js';
import { makeViewInvoices } from './view-invoices.js';

describe('viewing an invoice', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });

  test('shows both sides the same history and documents', async () => {
    const ref = await received(world);
    const buyer = granted(await makeViewInvoice(world)(ref, claire));
    const supplier = granted(await makeViewInvoice(world)(ref, alice));
    expect(buyer.events).toEqual(supplier.events);
    expect(buyer.documents).toEqual(supplier.documents);
    expect([buyer.side, supplier.side]).toEqual(['buyer', 'supplier']);
  });

  test('offers each side its own acts', async () => {
    const ref = await received(world);
    const view = makeViewInvoice(world);
    expect(granted(await view(ref, claire)).actions).toEqual([
      'takeInCharge',
      'suspend',
      'refuse',
      'approve',
    ]);
    expect(granted(await view(ref, alice)).actions).toEqual([]);
    granted(await act(world, ref, 'suspend', { reason: { code: 'JUSTIF_ABS' } }));
    expect(granted(await view(ref, claire)).actions).toEqual(['refuse']);
    expect(granted(await view(ref, alice)).actions).toEqual(['complete']);
  });

  test('offers readers nothing', async () => {
    const ref = await received(world);
    granted(await act(world, ref, 'suspend', { reason: { code: 'JUSTIF_ABS' } }));
    for (const actor of [denis, fanny])
      expect(granted(await makeViewInvoice(world)(ref, actor)).actions).toEqual([]);
  });

  test('shows deliveries to the recipient and not to the supplier', async () => {
    const ref = await approved(world);
    expect(granted(await makeViewInvoice(world)(ref, denis)).deliveries).toHaveLength(1);
    expect(granted(await makeViewInvoice(world)(ref, alice)).deliveries).toEqual([]);
  });

  test('does not exist for people of another service, alone or in a list', async () => {
    const ref = await received(world);
    expect(refusalOf(await makeViewInvoice(world)(ref, ines))).toEqual({ code: 'invoice-not-found' });
    expect(await makeViewInvoices(world)([ref], ines)).toEqual([undefined]);
    const document = await makeReadDocument(world)({ ref, documentId: 'original' }, ines);
    expect(refusalOf(document)).toEqual({ code: 'invoice-not-found' });
    expect(refusalOf(await act(world, ref, 'approve', { actor: ines }))).toEqual({
      code: 'invoice-not-found',
    });
  });

  test('does not exist for anybody else', async () => {
    const ref = await received(world);
    for (const actor of [elise, gilles, hospitalAccountant])
      expect(refusalOf(await makeViewInvoice(world)(ref, actor))).toEqual({ code: 'invoice-not-found' });
  });
});

describe('viewing the invoices of a list', () => {
  test('shows of each what viewing it alone shows, to every actor', async () => {
    const world = await makeFakeWorld();
    const refs = [
      await approved(world),
      await received(world, anInvoice({ number: 'F-2' })),
      { recipientId: claire.memberships[0]?.structureId ?? '', invoiceId: 'none' },
    ];
    for (const actor of [alice, claire, denis, elise, gilles]) {
      const each = await makeViewInvoices(world)(refs, actor);
      const alone = await Promise.all(refs.map((ref) => makeViewInvoice(world)(ref, actor)));
      expect(each).toEqual(alone.map((view) => (view.ok ? view.value : undefined)));
    }
    expect((await makeViewInvoices(world)(refs, claire)).filter(Boolean)).toHaveLength(2);
  });
});

describe('reading a document', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });

  test('gives the original as it was sent, by name or by identifier', async () => {
    const ref = await received(world);
    const read = makeReadDocument(world);
    const { document, bytes } = granted(await read({ ref, documentId: 'original' }, denis));
    expect(world.sha256(bytes)).toBe(document.sha256);
    expect(granted(await read({ ref, documentId: document.id }, alice)).document).toEqual(document);
  });

  test('refuses an unknown document and strangers', async () => {
    const ref = await received(world);
    const read = makeReadDocument(world);
    const unknown = await read({ ref, documentId: 'absent' }, claire);
    expect(refusalOf(unknown)).toEqual({ code: 'document-not-found' });
    const stranger = await read({ ref, documentId: 'original' }, elise);
    expect(refusalOf(stranger)).toEqual({ code: 'invoice-not-found' });
  });

  test('fails loudly when the bytes of an original are gone', async () => {
    const ref = await received(world);
    const documents = { ...world.documents, get: async () => undefined };
    const read = makeReadDocument({ work: world.work, documents });
    await expect(read({ ref, documentId: 'original' }, claire)).rejects.toThrow('missing');
  });
});
