import { deliveryKey } from '@parvis/application/accounting/accounting-connector';
import { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { aCreditNote, aLine, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import type { ConnectorHarness } from './connector-harness.js';
import { aDelivery, aFile, aForeignSupplier, aNewSupplier } from './contract-envelope.js';

/** Only what varies: number and date stay those of the delivery. */
const contentOf = ({ lines, totals, vatBreakdown }: Invoice): Partial<Invoice> => ({
  lines,
  totals,
  vatBreakdown,
});

const money = (text: string) => Decimal.of(text);

const contents: readonly {
  readonly name: string;
  readonly invoice: Partial<Invoice>;
  readonly shown: {
    readonly net: string;
    readonly vat: string;
    readonly gross: string;
    readonly lines: number;
  };
}[] = [
  {
    name: 'two VAT rates',
    invoice: contentOf(
      anInvoiceOf([
        aLine({ quantity: money('40'), price: { net: money('4.125') }, netAmount: money('165.00') }),
        aLine({
          id: '2',
          quantity: money('12'),
          price: { net: money('18.90') },
          netAmount: money('226.80'),
          vatRate: money('5.5'),
        }),
      ]),
    ),
    shown: { net: '391.80', vat: '45.47', gross: '437.27', lines: 2 },
  },
  {
    name: 'no VAT',
    invoice: contentOf(anInvoiceOf([aLine({ vatCategory: 'E', vatRate: money('0') })])),
    shown: { net: '100.00', vat: '0.00', gross: '100.00', lines: 1 },
  },
  {
    name: 'a credit note',
    invoice: { typeCode: '381', precedingInvoices: aCreditNote().precedingInvoices },
    shown: { net: '-100.00', vat: '-20.00', gross: '-120.00', lines: 1 },
  },
  {
    name: '200 lines',
    invoice: contentOf(
      anInvoiceOf(
        Array.from({ length: 200 }, (_, index) =>
          aLine({
            id: `${index + 1}`,
            quantity: money('1'),
            price: { net: money('1.07') },
            netAmount: money('1.07'),
          }),
        ),
      ),
    ),
    shown: { net: '214.00', vat: '42.80', gross: '256.80', lines: 200 },
  },
  {
    name: 'a unit price of six decimals',
    invoice: contentOf(
      anInvoiceOf([
        aLine({ quantity: money('1234'), price: { net: money('0.123456') }, netAmount: money('152.34') }),
      ]),
    ),
    shown: { net: '152.34', vat: '30.47', gross: '182.81', lines: 1 },
  },
  {
    name: 'VAT rounded by the supplier one cent away from ours',
    invoice: {
      ...contentOf(
        anInvoiceOf([
          aLine({ quantity: money('1'), price: { net: money('10.03') }, netAmount: money('10.03') }),
        ]),
      ),
      vatBreakdown: [
        { taxableAmount: money('10.03'), taxAmount: money('2.00'), category: 'S', rate: money('20') },
      ],
      totals: {
        lines: money('10.03'),
        taxExclusive: money('10.03'),
        vat: money('2.00'),
        taxInclusive: money('12.03'),
        due: money('12.03'),
      },
    },
    shown: { net: '10.03', vat: '2.00', gross: '12.03', lines: 1 },
  },
  {
    name: 'an allowance on the document',
    invoice: {
      allowances: [{ amount: money('10.00'), reason: 'Fidélité', vatCategory: 'S', vatRate: money('20') }],
      vatBreakdown: [
        { taxableAmount: money('90.00'), taxAmount: money('18.00'), category: 'S', rate: money('20') },
      ],
      totals: {
        lines: money('100.00'),
        allowances: money('10.00'),
        taxExclusive: money('90.00'),
        vat: money('18.00'),
        taxInclusive: money('108.00'),
        due: money('108.00'),
      },
    },
    shown: { net: '90.00', vat: '18.00', gross: '108.00', lines: 2 },
  },
];

/** What arrives in the books, and that it arrives once. */
export const describeDeliveries = (harness: () => ConnectorHarness): void => {
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

    it('brings the number, the supplier and every file, each file once', async () => {
      const { books, open } = harness();
      const { envelope, key } = aDelivery(
        {},
        {
          files: [aFile('a.xml', 'application/xml', '<a/>'), aFile('a.pdf', 'application/pdf', '%PDF-1.7 a')],
        },
      );
      await open().deliver(envelope, key);
      await open().deliver(envelope, key);
      const [bill] = await books.billsUnder(key);
      expect(bill?.reference).toBe(envelope.invoice.number);
      expect(bill?.supplierSiret).toBe(envelope.supplier.siret);
      expect(bill?.files.toSorted()).toEqual(envelope.files.map(({ sha256 }) => sha256).toSorted());
    });

    it('adds a file that came later, under the same key', async () => {
      const { books, open } = harness();
      const { envelope, key } = aDelivery();
      await open().deliver(envelope, key);
      const added = aFile('bon-de-livraison.pdf', 'application/pdf', '%PDF-1.7 bon');
      await open().deliver({ ...envelope, files: [...envelope.files, added] }, key);
      const [bill] = await books.billsUnder(key);
      expect(bill?.files).toHaveLength(2);
    });

    it.each(contents)('shows $name to the cent', async ({ invoice, shown }) => {
      const { books, open } = harness();
      const { envelope, key } = aDelivery(invoice);
      const outcome = await open().deliver(envelope, key);
      expect(outcome).toMatchObject({ kind: 'accepted' });
      const [bill] = await books.billsUnder(key);
      expect(bill).toMatchObject(shown);
    });

    it('creates a supplier it does not know, and finds it by SIRET afterwards', async () => {
      const { books, open } = harness();
      const supplier = aNewSupplier();
      expect(await books.suppliersWith(supplier.siret)).toBe(0);
      for (const { envelope, key } of [aDelivery({}, { supplier }), aDelivery({}, { supplier })]) {
        expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'accepted' });
      }
      expect(await books.suppliersWith(supplier.siret)).toBe(1);
    });

    it('knows a supplier without a SIRET by the identifier it has instead', async () => {
      const { open } = harness();
      const supplier = aForeignSupplier();
      const first = aDelivery({}, { supplier });
      expect(await open().deliver(first.envelope, first.key)).toMatchObject({ kind: 'accepted' });
      const { number = '' } = first.envelope.invoice;
      const again = aDelivery({ number }, { supplier });
      expect(await open().deliver(again.envelope, again.key)).toMatchObject({
        kind: 'refused',
        code: 'typed-in-by-hand',
      });
    });

    it('refuses a bill whose total differs by a cent, and leaves nothing of it', async () => {
      const { books, open } = harness();
      const { envelope, key } = aDelivery({
        totals: {
          lines: money('100.00'),
          taxExclusive: money('100.00'),
          vat: money('20.00'),
          taxInclusive: money('120.01'),
          due: money('120.01'),
        },
      });
      expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'refused', code: 'amount-differs' });
      expect(await books.billsUnder(key)).toEqual([]);
    });

    it('leaves to a person a bill that somebody typed in', async () => {
      const { books, open } = harness();
      const supplier = aNewSupplier();
      const { envelope, key } = aDelivery({}, { supplier });
      const reference = envelope.invoice.number ?? '';
      await books.typeIn({ siret: supplier.siret, supplierName: supplier.name, reference });
      expect(await open().deliver(envelope, key)).toMatchObject({
        kind: 'refused',
        code: 'typed-in-by-hand',
      });
      expect(await books.billsUnder(key)).toEqual([]);
    });

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

    it('leaves an earlier revision that the accountant has begun to pay', async () => {
      const { accountant, books, open } = harness();
      const { envelope, key } = aDelivery();
      const [, invoiceId = ''] = key.split(':');
      await open().deliver(envelope, key);
      const [bill] = await books.billsUnder(key);
      await accountant.post(bill?.id ?? '');
      const outcome = await open().deliver(envelope, deliveryKey(invoiceId, 2));
      expect(outcome).toMatchObject({ kind: 'refused', code: 'typed-in-by-hand' });
    });

    it('does not bring back a bill that the accountant cancelled', async () => {
      const { accountant, books, open } = harness();
      const { envelope, key } = aDelivery();
      await open().deliver(envelope, key);
      const [bill] = await books.billsUnder(key);
      await accountant.cancel(bill?.id ?? '', 'Doublon');
      expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'alreadyKnown' });
      expect(await books.billsUnder(key)).toHaveLength(1);
    });
  });
};
