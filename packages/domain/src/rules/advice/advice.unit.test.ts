import { describe, expect, it } from 'vitest';
import { Decimal } from '../../amount/decimal.js';
import type { DocumentAllowanceCharge, Invoice, InvoiceLine } from '../../invoice/invoice.js';
import { aLine, anInvoice } from '../../testing/invoice-builder.js';
import { judge } from '../judge.js';
import { advice } from './advice.js';

const dec = Decimal.of;

const told = (invoice: Invoice): (readonly [string, string, string])[] =>
  judge(invoice, { syntax: 'ubl-invoice' }, [advice]).map(
    ({ rule, path, severity }) => [rule, path, severity] as const,
  );

const lined = (change: Partial<InvoiceLine>): Invoice => anInvoice({ lines: [aLine(change)] });
const paidTo = (account: string): Invoice =>
  anInvoice({ payments: [{ meansCode: '30', creditTransfer: { account } }] });
const reduced = (change: DocumentAllowanceCharge): Invoice => anInvoice({ allowances: [change] });

describe('advice', () => {
  it.each<[string, Invoice]>([
    ['the amount of a line is quantity by price', anInvoice()],
    [
      'the price is of a hundred',
      lined({ quantity: dec('1000'), price: { net: dec('10'), baseQuantity: dec('100') } }),
    ],
    [
      'the line has allowances and charges',
      lined({
        netAmount: dec('97.00'),
        allowances: [{ amount: dec('5.00') }],
        charges: [{ amount: dec('2.00') }],
      }),
    ],
    ['a rounding puts a line out by a cent', lined({ netAmount: dec('100.01') })],
    [
      'the price is of another unit than the quantity',
      lined({ price: { net: dec('10'), baseQuantity: dec('2'), baseQuantityUnit: 'KGM' } }),
    ],
    ['a price is of no quantity at all', lined({ price: { net: dec('10'), baseQuantity: dec('0') } })],
    [
      'the price is gross less discount',
      lined({ price: { net: dec('10'), gross: dec('12'), discount: dec('2') } }),
    ],
    [
      'an allowance is its share',
      reduced({ amount: dec('3.33'), baseAmount: dec('33.30'), percentage: dec('10') }),
    ],
    ['an allowance has no percentage', reduced({ amount: dec('3.33'), baseAmount: dec('12') })],
    ['an account is no IBAN', paidTo('00012345')],
    ['an IBAN is written in groups', paidTo('FR76 3000 1007 9412 3456 7890 185')],
    [
      'the specification is a usage of the norm',
      anInvoice({
        specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
      }),
    ],
    ['it is due on the day of issue', anInvoice({ dueDate: '2026-03-02' })],
    ['a prepayment was due before', anInvoice({ typeCode: '386', dueDate: '2026-03-01' })],
  ])('is not given where %s', (_, invoice) => {
    expect(told(invoice)).toEqual([]);
  });

  it.each<[string, string, Invoice]>([
    ['PV-ADVICE-LINE-AMOUNT', 'lines[0].netAmount', lined({ netAmount: dec('100.02') })],
    ['PV-ADVICE-NET-PRICE', 'lines[0].price.net', lined({ price: { net: dec('10'), gross: dec('12') } })],
    [
      'PV-ADVICE-ALLOWANCE',
      'allowances[0].amount',
      reduced({ amount: dec('3.36'), baseAmount: dec('33.30'), percentage: dec('10') }),
    ],
    [
      'PV-ADVICE-CHARGE',
      'lines[0].charges[0].amount',
      lined({
        netAmount: dec('103.00'),
        charges: [{ amount: dec('3.00'), baseAmount: dec('100'), percentage: dec('2') }],
      }),
    ],
    ['PV-ADVICE-IBAN', 'payments[0].creditTransfer.account', paidTo('FR7630001007941234567890186')],
    ['PV-ADVICE-SPECIFICATION', 'specification', anInvoice({ specification: 'EN16931' })],
    ['PV-ADVICE-DUE-DATE', 'dueDate', anInvoice({ dueDate: '2026-03-01' })],
  ])('is given as a warning: %s at %s', (rule, path, invoice) => {
    expect(told(invoice)).toEqual([[rule, path, 'warning']]);
  });

  it('leaves the amounts of lines alone where lines may group others', () => {
    const specification = 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended';
    expect(told({ ...lined({ netAmount: dec('1.00') }), specification })).toEqual([]);
  });
});
