import { describe, expect, it } from 'vitest';
import { Decimal } from '../../amount/decimal.js';
import type { Invoice } from '../../invoice/invoice.js';
import { aLine, anInvoice, anInvoiceOf } from '../../testing/invoice-builder.js';
import { type Evidence, noEvidence, type Stray } from '../evidence.js';
import { judge } from '../judge.js';
import type { Syntax } from '../rule.js';

/** As a reader would tell it of the example invoice. */
const ordinary: Evidence = {
  ...noEvidence,
  vatTotals: [{ amount: '20.00', currency: 'EUR', breakdowns: 1 }],
};

const brokenBy = (syntax: Syntax, evidence: Partial<Evidence>, invoice: Invoice = anInvoice()): string[] =>
  judge(invoice, { syntax, evidence: { ...ordinary, ...evidence } }).map(({ rule }) => rule);

const stray = (element: string, parent: string, rest: Partial<Stray> = {}): Stray => ({
  element,
  parent,
  text: '',
  attributes: {},
  children: [],
  location: `/Invoice/${parent}/${element}`,
  ...rest,
});

describe('the business rules on a file', () => {
  it.each(['ubl-invoice', 'cii'] as const)(
    'agree with the model where it holds all there is in %s',
    (syntax) => {
      expect(brokenBy(syntax, {})).toEqual([]);
    },
  );

  it('count white space as decimals', () => {
    expect(brokenBy('cii', { written: { 'lines[0].netAmount': '100.00 ' } })).toEqual(['BR-DEC-23']);
    expect(brokenBy('cii', { written: { 'lines[0].netAmount': ' 100.00' } })).toEqual([]);
  });

  it('take only the white space of XML for nothing', () => {
    expect(brokenBy('cii', {}, { ...anInvoice(), number: ' \t\r\n' })).toEqual(['BR-02']);
    expect(brokenBy('cii', {}, { ...anInvoice(), number: '\u00A0' })).toEqual([]);
  });

  it('count the decimals of what is no number', () => {
    const [line] = anInvoice().lines;
    const allowance = { reason: 'Remise', baseAmount: Decimal.of('1.00') };
    const invoice = { ...anInvoice(), lines: line ? [{ ...line, allowances: [allowance] }] : [] };
    const written = (text: string) => ({ written: { 'lines[0].allowances[0].amount': text } });
    expect(brokenBy('cii', written('1.00.00'), invoice)).toEqual(['BR-DEC-24']);
    expect(brokenBy('cii', written('ZZ'), invoice)).toEqual([]);
  });

  it('take a date that cannot be read for one that is there', () => {
    const { issueDate: _, ...invoice } = anInvoice();
    expect(brokenBy('ubl-invoice', { written: { issueDate: 'demain' } }, invoice)).toEqual([]);
    expect(brokenBy('ubl-invoice', { written: { issueDate: ' ' } }, invoice)).toEqual(['BR-03']);
    expect(brokenBy('cii', { hollow: { issueDate: true } }, invoice)).toEqual(['BR-03']);
  });

  it('compare periods of CII as they are written', () => {
    const period = { start: '2026-03-01' };
    const invoice = anInvoice({ period });
    expect(brokenBy('cii', { hollow: { 'period.end': true } }, invoice)).toEqual(['BR-29']);
    expect(brokenBy('cii', { written: { 'period.end': '' } }, invoice)).toEqual(['BR-29']);
    expect(brokenBy('cii', { written: { 'period.end': '20260331x' } }, invoice)).toEqual([]);
    expect(brokenBy('cii', {}, invoice)).toEqual([]);
  });

  it('compare the currency with its white space', () => {
    expect(brokenBy('ubl-invoice', { written: { currency: 'EUR ' } })).toEqual(['BR-CO-15']);
  });

  it('want one total of VAT in the currency', () => {
    const [total] = ordinary.vatTotals;
    const twice = { vatTotals: [total, total].filter((one) => one !== undefined) };
    expect(brokenBy('cii', twice)).toEqual(['BR-CO-15']);
    expect(brokenBy('cii', { vatTotals: [] })).toEqual(['BR-CO-15']);
  });

  it('want each total of UBL to agree with the breakdowns that stand in it', () => {
    const invoice = anInvoice({ vatBreakdown: [...anInvoice().vatBreakdown, ...anInvoice().vatBreakdown] });
    const totals = (second: string) => ({
      vatTotals: [
        { amount: '20.00', currency: 'EUR', breakdowns: 1 },
        { amount: second, currency: 'USD', breakdowns: 1 },
      ],
    });
    expect(brokenBy('ubl-invoice', totals('20.00'), invoice)).toEqual([]);
    expect(brokenBy('ubl-invoice', totals('21.00'), invoice)).toEqual(['BR-CO-14']);
  });

  it('are silent on the totals and the seller where their element is missing', () => {
    const { seller, totals: _, ...rest } = anInvoice();
    const { identifiers: __, legalRegistration: ___, vatIdentifier: ____, ...nameless } = seller;
    const invoice = { ...rest, totals: {}, seller: { ...nameless, identifiers: [] } };
    expect(brokenBy('ubl-invoice', { vatTotals: [] }, invoice)).toEqual(
      expect.arrayContaining(['BR-12', 'BR-13', 'BR-CO-10', 'BR-CO-26']),
    );
    const found = brokenBy('ubl-invoice', { vatTotals: [], groups: { totals: 0, seller: 0 } }, invoice);
    for (const id of ['BR-12', 'BR-13', 'BR-14', 'BR-15', 'BR-CO-10', 'BR-CO-13', 'BR-CO-16', 'BR-CO-26'])
      expect(found).not.toContain(id);
  });

  it('take minus zero for another number than zero in CII alone', () => {
    const price = { net: Decimal.of('0.00') };
    const invoice = anInvoiceOf([aLine({ price })]);
    const written = { 'lines[0].price.net': '-0.00' };
    expect(brokenBy('cii', { written }, invoice)).toEqual(['BR-27']);
    expect(brokenBy('ubl-invoice', { written }, invoice)).toEqual([]);
  });

  it('add taxes up by their letter, and want VAT where a line says its tax', () => {
    expect(brokenBy('ubl-invoice', { otherTaxes: { 'lines[0]': 'GST' } })).toEqual(['BR-CO-04', 'BR-S-02']);
    expect(brokenBy('cii', { otherTaxes: { 'lines[0]': 'GST' } })).toEqual(['BR-CO-04']);
  });

  it('ask references for their number wherever CII and credit notes write them', () => {
    expect(brokenBy('cii', { hollow: { tenderReference: true } })).toEqual(['BR-52']);
    expect(brokenBy('ubl-invoice', { hollow: { tenderReference: true } })).toEqual([]);
    expect(brokenBy('ubl-credit-note', { hollow: { projectReference: true } })).toContain('BR-52');
  });

  it.each([
    ['BR-49', stray('cac:PaymentMeans', 'cac:InvoiceLine')],
    ['BR-52', stray('cac:AdditionalDocumentReference', 'cac:InvoiceLine')],
    ['BR-55', stray('cac:BillingReference', 'cac:InvoiceLine')],
    ['BR-CO-19', stray('cac:InvoicePeriod', 'cac:SubInvoiceLine')],
    ['BR-17', stray('cac:PayeeParty', 'Invoice')],
  ])('%s looks in places that no term has, and says where', (id, element) => {
    const faults = judge(anInvoice(), {
      syntax: 'ubl-invoice',
      evidence: { ...ordinary, strays: [element] },
    });
    expect(faults).toMatchObject([{ rule: id, location: element.location }]);
  });

  it('judge the VAT number of any party of UBL, and each of several', () => {
    const scheme = (name: string) =>
      stray('cac:TaxScheme', 'cac:PartyTaxScheme', {
        children: [stray('cbc:ID', 'cac:TaxScheme', { text: name })],
      });
    const company = stray('cbc:CompanyID', 'cac:PartyTaxScheme', { text: '!!123' });
    const registration = (name: string) =>
      stray('cac:PartyTaxScheme', 'cac:AgentParty', { children: [company, scheme(name)] });
    expect(brokenBy('ubl-invoice', { strays: [registration('vat')] })).toEqual(['BR-CO-09']);
    expect(brokenBy('ubl-invoice', { strays: [registration('GST')] })).toEqual([]);
    expect(brokenBy('ubl-invoice', { repeated: { 'seller.vatIdentifier': ['!!123'] } })).toEqual([
      'BR-CO-09',
    ]);
  });

  it.each([
    ['ubl-invoice', 'AN123', 'SS123'],
    ['cii', 'SS123', 'AN123'],
  ] as const)('know not the same countries by the VAT numbers of %s', (syntax, unknown, known) => {
    const of = (vatIdentifier: string) => ({
      ...anInvoice(),
      seller: { ...anInvoice().seller, vatIdentifier },
    });
    expect(brokenBy(syntax, {}, of(unknown))).toEqual(['BR-CO-09']);
    expect(brokenBy(syntax, {}, of(known))).toEqual([]);
  });

  it('ask the number of an account of CII where the account is there, not where its bank alone is', () => {
    const payments = [{ meansCode: '30', creditTransfer: { serviceProvider: 'ABCDFRPP' } }];
    const invoice = anInvoice({ payments });
    const empty = { hollow: { 'payments[0].creditTransfer.account': true } } as const;
    expect(brokenBy('cii', empty, invoice)).toEqual(['BR-50', 'BR-61']);
    expect(brokenBy('cii', {}, invoice)).toEqual([]);
    expect(judge(invoice, { syntax: 'cii' }).map(({ rule }) => rule)).toEqual(['BR-50', 'BR-61']);
  });

  it('take the currency of VAT with white space around it for another', () => {
    const invoice = anInvoice({ vatCurrency: 'EUR' });
    expect(brokenBy('cii', {}, invoice)).toEqual(['BR-53']);
    expect(brokenBy('cii', { written: { vatCurrency: ' EUR' } }, invoice)).toEqual(['BR-53', 'BR-DEC-15']);
  });

  it('count a category that one breakdown of UBL holds twice', () => {
    const [breakdown] = anInvoice().vatBreakdown;
    const { rate: _, ...rest } = {
      ...breakdown,
      category: 'O',
      taxAmount: Decimal.zero,
      exemptionReason: 'Hors champ',
    };
    const invoice = { ...anInvoice(), vatBreakdown: [rest] };
    const repeated = { 'vatBreakdown[0].category': [' O '] };
    expect(brokenBy('ubl-invoice', {}, invoice)).not.toContain('BR-O-01');
    expect(brokenBy('ubl-invoice', { repeated }, invoice)).toContain('BR-O-01');
    expect(brokenBy('cii', { repeated }, invoice)).toEqual(brokenBy('cii', {}, invoice));
  });

  it('judge the rate of an allowance of a line, whose tax the model has no place for', () => {
    const tax = (percent: string) =>
      stray('cac:TaxCategory', 'cac:AllowanceCharge', {
        path: 'lines[0].allowances[0]',
        isCharge: false,
        children: [
          stray('cbc:ID', 'cac:TaxCategory', { text: 'S' }),
          stray('cbc:Percent', 'cac:TaxCategory', { text: percent }),
          stray('cac:TaxScheme', 'cac:TaxCategory', {
            children: [stray('cbc:ID', 'cac:TaxScheme', { text: 'VAT' })],
          }),
        ],
      });
    expect(brokenBy('ubl-invoice', { strays: [tax('20')] })).toEqual([]);
    expect(brokenBy('ubl-invoice', { strays: [tax('0')] })).toEqual(['BR-S-06']);
  });
});
