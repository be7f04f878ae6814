import { deliveryKey } from '@parvis/application/accounting/accounting-connector';
import { describe, expect, it } from 'vitest';
import type { ConnectorFeatures } from './connector-features.js';
import { type ConnectorHarness, played } from './connector-harness.js';
import { aDelivery, aForeignSupplier, aNewSupplier } from './contract-envelope.js';

/** What happens where the same invoice stands there already, under another key or none. */
export const describeOthers = (harness: () => ConnectorHarness, features: ConnectorFeatures): void => {
  describe('meeting the same invoice there', () => {
    if (features.typedInByHand) describeTypedIn(harness, features);
    if (features.replacesDrafts) describeRevisions(harness, features);
    if (features.statuses?.refusals) {
      it('does not bring back a bill that the accountant turned down', async () => {
        const { accountant, books, open } = harness();
        const { envelope, key } = aDelivery();
        const delivered = await open().deliver(envelope, key);
        const billId = 'reference' in delivered ? delivered.reference.id : '';
        await played(accountant.cancel, 'accountant.cancel')(billId, 'Doublon');
        expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'alreadyKnown' });
        expect(await books.billsUnder(key)).toHaveLength(1);
      });
    }
    it('keeps two invoices of one supplier apart', async () => {
      const { books, open } = harness();
      const [one, other] = [aDelivery(), aDelivery()];
      await open().deliver(one.envelope, one.key);
      expect(await open().deliver(other.envelope, other.key)).toMatchObject({ kind: 'accepted' });
      const [first] = await books.billsUnder(one.key);
      const [second] = await books.billsUnder(other.key);
      expect(second?.id).not.toBe(first?.id);
    });
  });
};

const typedIn = { kind: 'refused', code: 'typed-in-by-hand' };

const describeTypedIn = (harness: () => ConnectorHarness, features: ConnectorFeatures): void => {
  it('leaves to a person a bill that somebody typed in', async () => {
    const { books, open } = harness();
    const supplier = aNewSupplier();
    const { envelope, key } = aDelivery({}, { supplier });
    const reference = envelope.invoice.number ?? '';
    const typeIn = played(books.typeIn, 'books.typeIn');
    await typeIn({ siret: supplier.siret, supplierName: supplier.name, reference });
    expect(await open().deliver(envelope, key)).toMatchObject(typedIn);
    expect(await books.billsUnder(key)).toEqual([]);
  });

  if (features.foreignSuppliers) {
    it('knows a supplier without a SIRET by the identifier it has instead', async () => {
      const { open } = harness();
      const supplier = aForeignSupplier();
      const first = aDelivery({}, { supplier });
      expect(await open().deliver(first.envelope, first.key)).toMatchObject({ kind: 'accepted' });
      const { number = '' } = first.envelope.invoice;
      const again = aDelivery({ number }, { supplier });
      expect(await open().deliver(again.envelope, again.key)).toMatchObject(typedIn);
    });
  }
};

const describeRevisions = (harness: () => ConnectorHarness, features: ConnectorFeatures): void => {
  it('replaces the untouched draft of an earlier revision', async () => {
    const { books, open } = harness();
    const { envelope, key } = aDelivery();
    const [, invoiceId = ''] = key.split(':');
    const next = deliveryKey(invoiceId, 2);
    await open().deliver(envelope, key);
    expect(await open().deliver(envelope, next)).toMatchObject({ kind: 'accepted' });
    expect(await books.billsUnder(key)).toEqual([]);
    expect(await books.billsUnder(next)).toHaveLength(1);
  });

  if (features.statuses) {
    it('leaves an earlier revision that the accountant has begun to pay', async () => {
      const { accountant, books, open } = harness();
      const { envelope, key } = aDelivery();
      const [, invoiceId = ''] = key.split(':');
      await open().deliver(envelope, key);
      const [bill] = await books.billsUnder(key);
      await played(accountant.post, 'accountant.post')(bill?.id ?? '');
      expect(await open().deliver(envelope, deliveryKey(invoiceId, 2))).toMatchObject(typedIn);
      expect(await books.billsUnder(key)).toHaveLength(1);
    });
  }
};
