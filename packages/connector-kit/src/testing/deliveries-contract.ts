import { describe, expect, it } from 'vitest';
import type { ConnectorFeatures } from './connector-features.js';
import { type ConnectorHarness, played } from './connector-harness.js';
import { aDelivery, aFile, aForeignSupplier, aNewSupplier } from './contract-envelope.js';
import {
  creditNote,
  type DeliveredContent,
  manyLines,
  oneCentOff,
  ordinaryContents,
} from './delivered-contents.js';

/** What arrives in the books, and that it arrives once. */
export const describeDeliveries = (harness: () => ConnectorHarness, features: ConnectorFeatures): void => {
  describe('delivering', () => {
    it('makes one bill for one key, and knows it the second time', async () => {
      const { books, open } = harness();
      const { envelope, key } = aDelivery();
      const first = await open().deliver(envelope, key);
      const second = await open().deliver(envelope, key);
      const bills = await books.billsUnder(key);
      expect(first).toMatchObject({ kind: 'accepted' });
      expect(second).toMatchObject({ kind: 'alreadyKnown', reference: { id: bills[0]?.id } });
      expect(bills).toHaveLength(1);
    });

    it('brings the number and the supplier', async () => {
      const { books, open } = harness();
      const { envelope, key } = aDelivery();
      await open().deliver(envelope, key);
      const [bill] = await books.billsUnder(key);
      expect(bill?.reference).toBe(envelope.invoice.number);
      expect(bill?.supplierSiret).toBe(envelope.supplier.siret);
    });

    if (features.files) describeFiles(harness, features);
    if (features.amounts !== 'none') describeAmounts(harness, features);
    if (features.suppliers) describeSuppliers(harness);

    if (features.foreignSuppliers) {
      it('takes the bill of a supplier without a SIRET', async () => {
        const { open } = harness();
        const { envelope, key } = aDelivery({}, { supplier: aForeignSupplier() });
        expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'accepted' });
        expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'alreadyKnown' });
      });
    }

    if (features.closedPeriods) {
      it('is refused in words where the fiscal period is closed, and leaves nothing', async () => {
        const { books, closedDay, open } = harness();
        const { envelope, key } = aDelivery({ issueDate: played(closedDay, 'closedDay') });
        expect(await open().deliver(envelope, key)).toMatchObject({
          kind: 'refused',
          code: 'validation-refused',
          message: { fr: expect.stringMatching(/\w{3}/), en: expect.stringMatching(/\w{3}/) },
        });
        expect(await books.billsUnder(key)).toEqual([]);
      });
    }
  });
};

const describeFiles = (harness: () => ConnectorHarness, features: ConnectorFeatures): void => {
  it('brings every file, each once', async () => {
    const { books, open } = harness();
    const files = [
      aFile('a.xml', 'application/xml', '<a/>'),
      aFile('a.pdf', 'application/pdf', '%PDF-1.7 a'),
    ];
    const { envelope, key } = aDelivery({}, { files });
    await open().deliver(envelope, key);
    await open().deliver(envelope, key);
    const [bill] = await books.billsUnder(key);
    expect(bill?.files.toSorted()).toEqual(files.map(({ sha256 }) => sha256).toSorted());
  });

  it(`brings a file of ${features.largestFile} bytes whole`, async () => {
    const { books, open } = harness();
    const large = aFile('plans.pdf', 'application/pdf', `%PDF-1.7 ${'p'.repeat(features.largestFile - 9)}`);
    const { envelope, key } = aDelivery({}, { files: [large] });
    expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'accepted' });
    const [bill] = await books.billsUnder(key);
    expect(bill?.files).toEqual([large.sha256]);
  });

  if (features.laterFiles) {
    it('adds a file that came later, under the same key', async () => {
      const { books, open } = harness();
      const { envelope, key } = aDelivery();
      await open().deliver(envelope, key);
      const added = aFile('bon-de-livraison.pdf', 'application/pdf', '%PDF-1.7 bon');
      await open().deliver({ ...envelope, files: [...envelope.files, added] }, key);
      const [bill] = await books.billsUnder(key);
      expect(bill?.files).toHaveLength(2);
    });
  }
};

const describeAmounts = (harness: () => ConnectorHarness, features: ConnectorFeatures): void => {
  const seen = ({ shown }: DeliveredContent) => {
    const { lines, ...amounts } = shown;
    if (features.amounts !== 'whole') return { gross: shown.gross };
    return features.keepsLines ? { ...amounts, lines } : amounts;
  };

  it.each([
    ...ordinaryContents,
    ...(features.creditNotes ? [creditNote] : []),
    manyLines(features.mostLines),
  ])('shows $name to the cent', async (content) => {
    const { books, open } = harness();
    const { envelope, key } = aDelivery(content.invoice);
    expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'accepted' });
    const [bill] = await books.billsUnder(key);
    expect(bill).toMatchObject(seen(content));
  });

  if (features.addsUp) {
    it('refuses a bill whose total differs by a cent, and leaves nothing of it', async () => {
      const { books, open } = harness();
      const { envelope, key } = aDelivery(oneCentOff);
      expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'refused', code: 'amount-differs' });
      expect(await books.billsUnder(key)).toEqual([]);
    });
  }
};

const describeSuppliers = (harness: () => ConnectorHarness): void => {
  it('creates a supplier it does not know, and finds it by SIRET afterwards', async () => {
    const { books, open } = harness();
    const suppliersWith = played(books.suppliersWith, 'books.suppliersWith');
    const supplier = aNewSupplier();
    expect(await suppliersWith(supplier.siret)).toBe(0);
    for (const { envelope, key } of [aDelivery({}, { supplier }), aDelivery({}, { supplier })]) {
      expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'accepted' });
    }
    expect(await suppliersWith(supplier.siret)).toBe(1);
  });
};
