import { historyRoot, verifyHistory } from '@parvis/domain/life-cycle/history';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, test } from 'vitest';
import type { MarkedPoint } from '../ports/platform.js';
import { alice, bruno, caterer, claire, fanny, stationer } from '../testing/cast.js';
import { fileOf } from '../testing/fake-files.js';
import { Crash } from '../testing/fake-machine.js';
import { type FakeWorld, makeFakeWorld, sha256 } from '../testing/fake-world.js';
import { depositCommand, granted, refusalOf, upload } from '../testing/journey.js';
import { type DepositInvoiceCommand, makeDepositInvoice } from './deposit-invoice.js';

describe('depositing an invoice', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const deposit = (change: Partial<DepositInvoiceCommand> = {}, actor = alice) =>
    makeDepositInvoice(world)(depositCommand(anInvoice(), change), actor);

  test('answers a receipt for what is stored: invoice, original, first event and job', async () => {
    const receipt = granted(await deposit());
    expect(receipt.repeated).toBe(false);
    expect(receipt.documentSha256).toBe(sha256(fileOf(anInvoice()).bytes));
    await world.work.run(async ({ invoices }) => {
      expect(await invoices.find(receipt.ref)).toEqual(receipt.invoice);
      expect(await invoices.eventsOf(receipt.ref)).toEqual([receipt.firstEvent]);
      const [original] = await invoices.documentsOf(receipt.ref);
      expect(original).toMatchObject({
        kind: 'original',
        fileName: 'facture.xml',
        mediaType: 'application/xml',
      });
      expect(receipt.firstEvent.documentIds).toEqual([original?.id]);
    });
    expect(await world.documents.get(receipt.documentSha256)).toEqual(fileOf(anInvoice()).bytes);
    expect(await world.jobsAdded()).toEqual([{ kind: 'routeInvoice', ref: receipt.ref }]);
  });

  test('stores what lists show', async () => {
    expect(granted(await deposit()).invoice).toMatchObject({
      supplierId: stationer.structureId,
      supplierName: stationer.name,
      recipientName: 'Centre hospitalier de Valmont',
      number: 'F-2026-0042',
      serviceCode: 'RESTAURATION',
      engagementNumber: 'EJ-2026-0815',
      status: 'deposited',
      sequence: 1,
      channel: 'portal',
      syntax: 'ubl-invoice',
    });
  });

  test('begins a chained history that names its author', async () => {
    const { ref, firstEvent } = granted(await deposit());
    expect(firstEvent.actor).toEqual({ kind: 'supplier', id: alice.userId, name: alice.name });
    expect(verifyHistory([firstEvent], sha256, historyRoot(ref, sha256))).toEqual({ kind: 'intact' });
  });

  test('refuses the same number of the same year again and names the first', async () => {
    const { ref } = granted(await deposit());
    const refusal = refusalOf(await deposit());
    expect(refusal).toEqual({ code: 'number-already-used', first: ref });
    expect(world.tables.invoices.size).toBe(1);
  });

  test('takes the same number for another year', async () => {
    granted(await deposit());
    const nextYear = fileOf(anInvoice({ issueDate: '2027-01-04' }));
    granted(await deposit({ file: nextYear }));
    expect(world.tables.invoices.size).toBe(2);
  });

  test('answers the first receipt to the same key with the same file', async () => {
    const first = granted(await deposit({ idempotencyKey: 'envoi-1' }));
    const again = granted(await deposit({ idempotencyKey: 'envoi-1' }));
    expect(again).toEqual({ ...first, repeated: true });
    expect(world.tables.invoices.size).toBe(1);
    expect(await world.jobsAdded()).toHaveLength(1);
  });

  test('answers the first receipt even when the invoice has moved on', async () => {
    const first = granted(await deposit({ idempotencyKey: 'envoi-1' }));
    world.advance(3600);
    const again = granted(await deposit({ idempotencyKey: 'envoi-1' }));
    expect(again.firstEvent).toEqual(first.firstEvent);
  });

  test('refuses the same key with another file', async () => {
    granted(await deposit({ idempotencyKey: 'envoi-1' }));
    const other = fileOf(anInvoice({ number: 'F-2026-0043' }));
    const refusal = refusalOf(await deposit({ idempotencyKey: 'envoi-1', file: other }));
    expect(refusal).toEqual({ code: 'idempotency-key-reused' });
    expect(world.tables.invoices.size).toBe(1);
  });

  test('keeps the keys of two suppliers apart', async () => {
    granted(await deposit({ idempotencyKey: 'envoi-1' }));
    const invoice = anInvoice({
      seller: {
        ...anInvoice().seller,
        identifiers: [{ value: caterer.siret, scheme: '0009' }],
        legalRegistration: { value: caterer.siret.slice(0, 9), scheme: '0002' },
      },
    });
    const command = { idempotencyKey: 'envoi-1', supplierId: caterer.structureId, file: fileOf(invoice) };
    expect(granted(await deposit(command, bruno)).repeated).toBe(false);
  });

  test('makes one invoice of many identical deposits at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => deposit({ idempotencyKey: 'envoi-1' })),
    );
    const receipts = answers.map(granted);
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(receipts.map(({ ref }) => ref.invoiceId)).size).toBe(1);
    expect(world.tables.invoices.size).toBe(1);
  });

  test('lets one of two files under one key win when they come at the same moment', async () => {
    const other = fileOf(anInvoice({ number: 'F-2026-0043' }));
    const [one, two] = await Promise.all([
      deposit({ idempotencyKey: 'envoi-1' }),
      deposit({ idempotencyKey: 'envoi-1', file: other }),
    ]);
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
    expect(world.tables.invoices.size).toBe(1);
    expect(world.tables.numbers.size).toBe(1);
  });

  test('explains a faulty invoice and leaves no trace of it', async () => {
    const { number, ...without } = anInvoice();
    const refusal = refusalOf(await deposit({ file: fileOf(without) }));
    expect(refusal.code).toBe('invoice-faulty');
    expect(world.tables.numbers.size).toBe(0);
    expect(world.machine.pointsPassed).toEqual([]);
  });

  test('adds attachments to the invoice and to its first event', async () => {
    const ids = [await upload(world, 'bon.pdf'), await upload(world, 'relevé.xlsx')];
    const { ref, firstEvent } = granted(await deposit({ attachmentUploadIds: ids }));
    const documents = await world.work.run(({ invoices }) => invoices.documentsOf(ref));
    expect(documents.map(({ fileName }) => fileName)).toEqual(['facture.xml', 'bon.pdf', 'relevé.xlsx']);
    expect(firstEvent.documentIds).toEqual(documents.map(({ id }) => id));
  });

  test('refuses an attachment of a kind nobody can open, and everything with it', async () => {
    const uploadId = await upload(world, 'macro.exe');
    const refusal = refusalOf(await deposit({ attachmentUploadIds: [uploadId] }));
    expect(refusal).toEqual({ code: 'attachment-refused', fileName: 'macro.exe', cause: 'type' });
    expect(world.tables.invoices.size).toBe(0);
    expect(world.tables.numbers.size).toBe(0);
  });

  test('refuses an attachment over 10 MB and one nobody uploaded', async () => {
    const uploadId = await upload(world, 'plan.pdf', { content: `%PDF-1.7${'x'.repeat(10 * 1024 * 1024)}` });
    const tooLarge = refusalOf(await deposit({ attachmentUploadIds: [uploadId] }));
    expect(tooLarge).toMatchObject({ code: 'attachment-refused', cause: 'size' });
    const unknown = refusalOf(await deposit({ attachmentUploadIds: ['absent'] }));
    expect(unknown).toEqual({ code: 'upload-not-found', uploadId: 'absent' });
  });

  test('is not open to readers, to the public entity or to another supplier', async () => {
    for (const actor of [fanny, claire]) {
      const refusal = refusalOf(await deposit({}, actor));
      expect(refusal).toEqual({ code: 'not-allowed', right: 'issuedInvoice:deposit' });
    }
    const refusal = refusalOf(await deposit({ supplierId: caterer.structureId }));
    expect(refusal).toEqual({ code: 'not-allowed', right: 'issuedInvoice:deposit' });
  });

  test.each<MarkedPoint>(['deposit.bytesStored', 'deposit.beforeCommit', 'deposit.afterCommit'])(
    'made again after a death at %s gives one invoice with its whole beginning',
    async (point) => {
      world.machine.dieAt(point);
      await expect(deposit({ idempotencyKey: 'envoi-1' })).rejects.toThrow(Crash);
      world.machine.restart();
      const receipt = granted(await deposit({ idempotencyKey: 'envoi-1' }));
      expect(receipt.repeated).toBe(point === 'deposit.afterCommit');
      expect(world.tables.invoices.size).toBe(1);
      const events = await world.work.run(({ invoices }) => invoices.eventsOf(receipt.ref));
      expect(events).toEqual([receipt.firstEvent]);
      expect(await world.jobsAdded()).toEqual([{ kind: 'routeInvoice', ref: receipt.ref }]);
    },
  );
});
