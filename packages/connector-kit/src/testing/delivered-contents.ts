import { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { aCreditNote, aLine, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';

const money = (text: string) => Decimal.of(text);

/** Only what varies: number and date stay those of the delivery. */
const contentOf = ({ lines, totals, vatBreakdown }: Invoice): Partial<Invoice> => ({
  lines,
  totals,
  vatBreakdown,
});

/** An invoice, and what the books must show of it. */
export interface DeliveredContent {
  readonly name: string;
  readonly invoice: Partial<Invoice>;
  readonly shown: {
    readonly net: string;
    readonly vat: string;
    readonly gross: string;
    readonly lines: number;
  };
}

/** The invoice whose stated total is a cent more than it adds up to. */
export const oneCentOff: Partial<Invoice> = {
  totals: {
    lines: money('100.00'),
    taxExclusive: money('100.00'),
    vat: money('20.00'),
    taxInclusive: money('120.01'),
    due: money('120.01'),
  },
};

export const manyLines = (count: number): DeliveredContent => ({
  name: `${count} lines`,
  invoice: contentOf(
    anInvoiceOf(
      Array.from({ length: count }, (_, index) =>
        aLine({
          id: `${index + 1}`,
          quantity: money('1'),
          price: { net: money('1.07') },
          netAmount: money('1.07'),
        }),
      ),
    ),
  ),
  shown: { ...totalsOf(count), lines: count },
});

const totalsOf = (count: number) => {
  const net = money('1.07')
    .times(money(String(count)))
    .rounded();
  const vat = net.times(money('0.2')).rounded();
  return { net: `${net}`, vat: `${vat}`, gross: `${net.plus(vat).rounded()}` };
};

export const creditNote: DeliveredContent = {
  name: 'a credit note',
  invoice: { typeCode: '381', precedingInvoices: aCreditNote().precedingInvoices },
  shown: { net: '-100.00', vat: '-20.00', gross: '-120.00', lines: 1 },
};

export const ordinaryContents: readonly DeliveredContent[] = [
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
