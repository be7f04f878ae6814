import { describe, expect, it } from 'vitest';
import type { ConnectorFeatures } from './connector-features.js';
import { type ConnectorHarness, played } from './connector-harness.js';
import { aDelivery, aNewSupplier } from './contract-envelope.js';
import { creditNote, ordinaryContents } from './delivered-contents.js';

/** A preview shows what delivering then makes, and writes nothing. */
export const describePreviews = (harness: () => ConnectorHarness, features: ConnectorFeatures): void => {
  const previewOf = async (delivery: ReturnType<typeof aDelivery>) => {
    const outcome = await harness().open().preview(delivery.envelope);
    if (outcome.kind !== 'preview') throw new Error(`no preview: ${JSON.stringify(outcome)}`);
    return outcome.bill;
  };

  describe('showing what would be made', () => {
    it('writes nothing', async () => {
      const { books } = harness();
      const supplier = aNewSupplier();
      const delivery = aDelivery({}, { supplier });
      const bill = await previewOf(delivery);
      expect(bill.supplier).toMatchObject({ name: supplier.name, identifier: supplier.siret });
      expect(bill.files).toEqual(delivery.envelope.files.map(({ fileName }) => fileName));
      expect(await books.billsUnder(delivery.key)).toEqual([]);
      if (features.suppliers)
        expect(await played(books.suppliersWith, 'books.suppliersWith')(supplier.siret)).toBe(0);
    });

    if (features.suppliers) {
      it('tells a supplier that would be made from one that is there', async () => {
        const supplier = aNewSupplier();
        const delivery = aDelivery({}, { supplier });
        expect((await previewOf(delivery)).supplier.there).toBe('made');
        await harness().open().deliver(delivery.envelope, delivery.key);
        expect((await previewOf(aDelivery({}, { supplier }))).supplier.there).toBe('found');
      });
    }

    if (features.amounts !== 'none') {
      it.each([...ordinaryContents, ...(features.creditNotes ? [creditNote] : [])])(
        'shows the totals that delivering makes: $name',
        async ({ invoice }) => {
          const { books, open } = harness();
          const delivery = aDelivery(invoice);
          const { totals, lines } = await previewOf(delivery);
          await open().deliver(delivery.envelope, delivery.key);
          const [made] = await books.billsUnder(delivery.key);
          const shown = { net: made?.net, vat: made?.vat, gross: made?.gross };
          expect(Number(totals.gross)).toBe(Number(shown.gross));
          if (features.amounts !== 'whole') return;
          expect([Number(totals.net), Number(totals.vat)]).toEqual([Number(shown.net), Number(shown.vat)]);
          expect(lines).toHaveLength(made?.lines ?? -1);
        },
      );
    }

    it('is unavailable, or says so, where the system cannot be asked', async () => {
      const outcome = await harness().openToNowhere().preview(aDelivery().envelope);
      if (outcome.kind === 'preview') expect(outcome.bill.supplier.there).toBe('unknown');
      else expect(outcome.kind).toBe('unavailable');
    });
  });
};
