import { noEvidence } from '@parvis/domain/rules/evidence';
import { describe, expect, it } from 'vitest';
import { readFile } from '../read-invoice.js';
import { ciiInvoice, ublInvoice } from '../testing/sample-files.js';

const evidenceOf = (text: string) => {
  const { evidence } = readFile(new TextEncoder().encode(text));
  if (!evidence) throw new Error('the sample was not read');
  const { codes: _, syntax: __, ...rest } = evidence;
  return rest;
};

const usual = {
  ...noEvidence,
  vatTotals: [{ amount: '3.00', currency: 'EUR', breakdowns: 1 }],
};
const { syntax: _, ...ordinary } = usual;

describe('what a file holds beside the model', () => {
  it('is next to nothing for an ordinary document', () => {
    expect(evidenceOf(ublInvoice())).toEqual(ordinary);
    expect(evidenceOf(ciiInvoice())).toEqual({
      ...ordinary,
      vatTotals: [{ amount: '3.00', currency: 'EUR', breakdowns: 0 }],
    });
  });

  it('is the text of a value with white space, and of one that cannot be read', () => {
    expect(evidenceOf(ublInvoice({ net: ' 10.00 ', price: '10,5' })).written).toEqual({
      'lines[0].netAmount': ' 10.00 ',
      'lines[0].price.net': '10,5',
    });
  });

  it.each(['+10.00', '-0.00', '.5', '010'])('is the text of a number written as %s', (net) => {
    expect(evidenceOf(ublInvoice({ net })).written).toEqual({ 'lines[0].netAmount': net });
  });

  it('tells a date in another format from one that says nothing', () => {
    const other = ciiInvoice().replace('format="102"', 'format="203"');
    expect(evidenceOf(other)).toMatchObject({ written: {}, hollow: { issueDate: true } });
    const blank = ciiInvoice({ issueDate: '' });
    expect(evidenceOf(blank)).toMatchObject({ written: { issueDate: '' }, hollow: {} });
    const none = ciiInvoice().replace(/<udt:DateTimeString.*?<\/udt:DateTimeString>/, '');
    expect(evidenceOf(none)).toMatchObject({ written: {}, hollow: { issueDate: true } });
  });

  it('is the second of what may stand once', () => {
    const twice = ublInvoice().replace('<cbc:ID>F-1</cbc:ID>', '<cbc:ID>F-1</cbc:ID><cbc:ID>F-2</cbc:ID>');
    expect(evidenceOf(twice).repeated).toEqual({ number: ['F-2'] });
  });

  it('is how often the groups are written that rules hang on', () => {
    const without = ublInvoice()
      .replace(/<cac:LegalMonetaryTotal>.*<\/cac:LegalMonetaryTotal>/s, '')
      .replace(/<cac:AccountingSupplierParty>.*<\/cac:AccountingSupplierParty>/s, '');
    expect(evidenceOf(without).groups).toEqual({ totals: 0, seller: 0 });
  });

  it('is the scheme of a tax that is not VAT, whose category the model keeps', () => {
    const text = ublInvoice().replace(
      '<cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:Classified',
      '<cbc:ID>GST</cbc:ID></cac:TaxScheme></cac:Classified',
    );
    expect(evidenceOf(text).otherTaxes).toEqual({ 'lines[0]': 'GST' });
    expect(readFile(new TextEncoder().encode(text)).invoice?.lines[0]?.vatCategory).toBe('S');
  });

  it('is a padded tax type of CII, which is another to the artefacts', () => {
    const text = ciiInvoice().replace('<ram:TypeCode>VAT<', '<ram:TypeCode> vat <');
    expect(evidenceOf(text).otherTaxes).toEqual({ 'lines[0]': ' vat ' });
  });

  it('is an element where no binding stands, whole, and where', () => {
    const means =
      '<cac:PaymentMeans><cbc:PaymentMeansCode listID="x">30</cbc:PaymentMeansCode></cac:PaymentMeans>';
    const [stray] = evidenceOf(ublInvoice().replace('<cac:Price>', `${means}<cac:Price>`)).strays;
    expect(stray).toEqual({
      element: 'cac:PaymentMeans',
      parent: 'cac:InvoiceLine',
      location: '/Invoice/cac:InvoiceLine[1]/cac:PaymentMeans',
      text: '',
      attributes: {},
      children: [
        {
          element: 'cbc:PaymentMeansCode',
          parent: 'cac:PaymentMeans',
          text: '30',
          attributes: { listID: 'x' },
          children: [],
        },
      ],
    });
  });

  it('is the tax of a line allowance, with the entry it stands in and its kind', () => {
    const tax = '<cac:TaxCategory><cbc:ID>S</cbc:ID></cac:TaxCategory>';
    const text = ublInvoice().replace('2.00</cbc:Amount>', `2.00</cbc:Amount>${tax}`);
    expect(evidenceOf(text).strays).toMatchObject([
      { element: 'cac:TaxCategory', path: 'lines[1].allowances[0]', isCharge: false },
    ]);
  });

  it('is the second payee, told as such and not mixed into the first', () => {
    const payee = (name: string) =>
      `<cac:PayeeParty><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName></cac:PayeeParty>`;
    const text = ublInvoice().replace('<cac:TaxTotal>', `${payee('Un')}${payee('Deux')}<cac:TaxTotal>`);
    const { invoice, faults } = readFile(new TextEncoder().encode(text));
    expect(invoice?.payee).toEqual({ name: 'Un' });
    expect(faults).toMatchObject([{ rule: 'PV-READ-REPEATED', path: 'payee', severity: 'fatal' }]);
    expect(evidenceOf(text).strays).toMatchObject([{ element: 'cac:PayeeParty' }]);
  });
});

describe('what has no place in the model', () => {
  it('is told: a remittance text where nothing says how to pay', () => {
    const text = ciiInvoice().replace(
      '<ram:InvoiceCurrencyCode>',
      '<ram:PaymentReference>F-1</ram:PaymentReference><ram:InvoiceCurrencyCode>',
    );
    expect(readFile(new TextEncoder().encode(text)).faults).toMatchObject([
      { rule: 'PV-READ-NO-PLACE', severity: 'warning', terms: ['BT-83'], values: { found: 'F-1' } },
    ]);
  });

  it('is told: what stands in the lesser of two places of a term, unless it says the same', () => {
    const told = (department: string) => {
      const contact = `<ram:DefinedTradeContact><ram:PersonName>Léa</ram:PersonName><ram:DepartmentName>${department}</ram:DepartmentName></ram:DefinedTradeContact>`;
      const text = ciiInvoice().replace('<ram:PostalTradeAddress>', `${contact}<ram:PostalTradeAddress>`);
      return readFile(new TextEncoder().encode(text)).faults.filter(
        ({ rule }) => rule === 'PV-READ-NO-PLACE',
      );
    };
    expect(told('Léa')).toEqual([]);
    expect(told('Compta')).toMatchObject([{ path: 'seller.contact.point', values: { found: 'Compta' } }]);
  });

  it('is told: a charge on a price', () => {
    const text = ublInvoice().replace(
      '</cbc:PriceAmount>',
      '</cbc:PriceAmount><cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">1.00</cbc:Amount></cac:AllowanceCharge>',
    );
    expect(readFile(new TextEncoder().encode(text)).faults).toMatchObject([
      { rule: 'PV-READ-NO-PLACE', severity: 'warning' },
    ]);
  });

  it('is told: an indicator that nobody can read', () => {
    const text = ublInvoice().replace('<cbc:ChargeIndicator>true<', '<cbc:ChargeIndicator>oui<');
    expect(readFile(new TextEncoder().encode(text)).faults).toMatchObject([
      { rule: 'PV-READ-INDICATOR', severity: 'fatal' },
    ]);
  });
});

describe('lines of the other root', () => {
  it('are lines, for nothing in them to be lost', () => {
    const text = ublInvoice().replaceAll('cac:InvoiceLine', 'cac:CreditNoteLine');
    const { invoice } = readFile(new TextEncoder().encode(text));
    expect(invoice?.lines.map(({ netAmount }) => netAmount?.toString())).toEqual(['10.00', '5.00']);
  });
});
