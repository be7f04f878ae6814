import { describe, expect, it } from 'vitest';
import { Decimal } from '../../amount/decimal.js';
import type { Invoice, InvoiceLine } from '../../invoice/invoice.js';
import { aLine, anInvoice, anInvoiceOf } from '../../testing/invoice-builder.js';
import { aReformInvoice, aReformInvoiceInDollars } from '../../testing/reform-invoice.js';
import { noEvidence } from '../evidence.js';
import { isFatal } from '../fault.js';
import { judge } from '../judge.js';
import type { Syntax } from '../rule.js';
import type { RuleSet } from '../rule-set.js';
import { france, franceAsPublished } from './france.js';

const faultsOf = (
  invoice: Invoice,
  set: RuleSet = france,
  syntax: Syntax = 'ubl-invoice',
): (readonly [string, string])[] =>
  judge(invoice, { syntax }, [set]).map(({ rule, path }) => [rule, path] as const);

const refusals = (invoice: Invoice): (readonly [string, string])[] =>
  judge(invoice, { syntax: 'ubl-invoice' }, [france])
    .filter(isFatal)
    .map(({ rule, path }) => [rule, path] as const);

const { seller, buyer, totals } = anInvoice();
const reform = aReformInvoice();
const dec = Decimal.of;

const sellerWith = (change: Partial<Invoice['seller']>): Invoice =>
  anInvoice({ seller: { name: 'Papeterie du Bocage', identifiers: [], ...change } });

const noted = (...notes: readonly (readonly [string, string])[]): Invoice =>
  aReformInvoice({
    notes: [...reform.notes, ...notes.map(([subjectCode, text]) => ({ subjectCode, text }))],
  });

const lined = (change: Partial<InvoiceLine>): Invoice => aReformInvoice({ lines: [aLine(change)] });

const described = (...descriptions: string[]): Invoice =>
  aReformInvoice({
    supportingDocuments: descriptions.map((description) => ({ reference: 'PJ-1', description })),
  });

const soldBy = (change: Partial<Invoice['seller']>): Invoice =>
  aReformInvoice({ seller: { ...reform.seller, ...change } });
const boughtBy = (change: Partial<Invoice['buyer']>): Invoice =>
  aReformInvoice({ buyer: { ...reform.buyer, ...change } });

const memberOfOne = soldBy({
  identifiers: [...seller.identifiers, { value: '000000349', scheme: '0231' }],
});

const paid: Partial<Invoice> = {
  businessProcess: 'B2',
  totals: { ...totals, paid: dec('120.00'), due: dec('0') },
};

const long = (length: number): string => 'x'.repeat(length);

type Rejected = [rule: string, invoice: Invoice, path: string, syntax?: Syntax];
type Accepted = [what: string, invoice: Invoice, syntax?: Syntax];

/** For every rule: an invoice it rejects, and the place it names. In CII where UBL does not ask, or asks elsewhere. */
const rejected: readonly Rejected[] = [
  ['BR-FR-01', aReformInvoice({ number: long(36) }), 'number'],
  ['BR-FR-02', aReformInvoice({ number: 'F 42' }), 'number'],
  ['BR-FR-02', aReformInvoice({ precedingInvoices: [{ number: 'FÉ41' }] }), 'precedingInvoices[0].number'],
  ['BR-FR-03', aReformInvoice({ issueDate: '1999-12-31' }), 'issueDate'],
  ['BR-FR-03', aReformInvoice({ period: { start: '2100-01-01' } }), 'period.start'],
  ['BR-FR-04', aReformInvoice({ typeCode: '325' }), 'typeCode'],
  ['BR-FR-05', aReformInvoice({ notes: reform.notes.slice(1) }), 'notes'],
  ['BR-FR-06', noted(['TXD', 'a'], ['TXD', 'b']), 'notes'],
  ['BR-FR-08', aReformInvoice({ businessProcess: 'A1' }), 'businessProcess'],
  [
    'BR-FR-09',
    soldBy({ identifiers: [{ value: '00000034900019', scheme: '0009' }] }),
    'seller.identifiers[0].value',
  ],
  [
    'BR-FR-09',
    boughtBy({ identifiers: [{ value: '0000021050001', scheme: '0009' }] }),
    'buyer.identifiers[0].value',
  ],
  [
    'BR-FR-09',
    aReformInvoice({ delivery: { location: { value: '1234', scheme: '0009' } } }),
    'delivery.location.value',
  ],
  [
    'BR-FR-10',
    soldBy({ legalRegistration: { value: '00000012500013', scheme: '0009' } }),
    'seller.legalRegistration',
  ],
  [
    'BR-FR-11',
    aReformInvoice({
      ...noted(['BAR', 'B2B']),
      buyer: { ...reform.buyer, identifiers: [], legalRegistration: { value: 'X' } },
    }),
    'buyer.legalRegistration',
  ],
  ['BR-FR-12', aReformInvoice({ buyer }), 'buyer.electronicAddress'],
  ['BR-FR-13', aReformInvoice({ seller }), 'seller.electronicAddress'],
  ['BR-FR-15', lined({ vatCategory: 'B' }), 'lines[0].vatCategory'],
  ['BR-FR-16', lined({ vatRate: dec('19') }), 'lines[0].vatRate'],
  ['BR-FR-17', described('Bon de livraison'), 'supportingDocuments[0].description'],
  ['BR-FR-18', described('LISIBLE', 'LISIBLE'), 'supportingDocuments'],
  ['BR-FR-20', noted(['BAR', 'B2G']), 'notes[3].text'],
  [
    'BR-FR-21',
    {
      ...noted(['BAR', 'B2B']),
      buyer: { ...reform.buyer, electronicAddress: { value: '000000349', scheme: '0225' } },
    },
    'buyer.electronicAddress.value',
  ],
  [
    'BR-FR-22',
    {
      ...noted(['BAR', 'B2B']),
      typeCode: '389',
      seller: { ...reform.seller, electronicAddress: { value: '000000349', scheme: '0225' } },
    },
    'seller.electronicAddress.value',
  ],
  [
    'BR-FR-23',
    soldBy({ electronicAddress: { value: '000000125 é', scheme: '0225' } }),
    'seller.electronicAddress.value',
  ],
  [
    'BR-FR-24',
    boughtBy({ identifiers: [...buyer.identifiers, { value: 'A/B', scheme: '0224' }] }),
    'buyer.identifiers[1].value',
  ],
  [
    'BR-FR-25',
    boughtBy({ electronicAddress: { value: long(126), scheme: '0225' } }),
    'buyer.electronicAddress.value',
  ],
  [
    'BR-FR-26',
    boughtBy({ identifiers: [...buyer.identifiers, { value: long(101), scheme: '0224' }] }),
    'buyer.identifiers[1].value',
  ],
  [
    'BR-FR-27',
    lined({ item: { name: 'x', classifications: [], attributes: [{ value: 'A4' }] } }),
    'lines[0].item.attributes[0].name',
    'cii',
  ],
  [
    'BR-FR-28-Value',
    lined({ item: { name: 'x', classifications: [], attributes: [{ name: 'Format' }] } }),
    'lines[0].item.attributes[0].value',
  ],
  ['BR-FR-29', aReformInvoice({ invoicedObject: { value: ' ', scheme: 'AFL' } }), 'invoicedObject.value'],
  ['BR-FR-30', lined({ object: { value: '', scheme: 'AVV' } }), 'lines[0].object.value'],
  ['BR-FR-31', noted(['BAR', 'B2B'], ['BAR', 'B2C']), 'notes', 'cii'],
  [
    'BR-FR-32-LEGALID',
    boughtBy({ legalRegistration: { value: '00000210500013', scheme: '0002' } }),
    'buyer.legalRegistration.value',
  ],
  [
    'BR-FR-32-GLOBALID',
    soldBy({ identifiers: [...seller.identifiers, { value: '12', scheme: '0002' }] }),
    'seller.identifiers[1].value',
    'cii',
  ],
  [
    'BR-FR-32-ID',
    soldBy({ identifiers: [...seller.identifiers, { value: '12', scheme: '0002' }] }),
    'seller.identifiers[1].value',
  ],
  ['BR-FR-CO-03', aReformInvoice({ typeCode: '262' }), 'contractReference', 'ubl-credit-note'],
  ['BR-FR-CO-04', aReformInvoice({ typeCode: '384' }), 'precedingInvoices'],
  [
    'BR-FR-CO-05',
    aReformInvoice({ typeCode: '381', precedingInvoices: [{ number: 'F1' }] }),
    'precedingInvoices',
    'cii',
  ],
  ['BR-FR-CO-07', aReformInvoice({ dueDate: '2026-03-01' }), 'dueDate'],
  ['BR-FR-CO-08', aReformInvoice({ businessProcess: 'S4', typeCode: '386' }), 'businessProcess'],
  ['BR-FR-CO-09', aReformInvoice({ ...paid, totals: { ...totals, due: dec('0') } }), 'totals.paid'],
  [
    'BR-FR-CO-10',
    soldBy({ identifiers: [...seller.identifiers, { value: 'F-1' }] }),
    'seller.identifiers[1].scheme',
  ],
  [
    'BR-FR-CO-10',
    soldBy({ identifiers: [...seller.identifiers, ...seller.identifiers] }),
    'seller.identifiers[1]',
    'cii',
  ],
  ['BR-FR-CO-12', aReformInvoice({ currency: 'USD' }), 'vatCurrency'],
  ['BR-FR-CO-14', memberOfOne, 'notes'],
  ['BR-FR-CO-15', memberOfOne, 'taxRepresentative.vatIdentifier'],
  ['BR-FR-DEC-01', lined({ netAmount: dec('100.000') }), 'lines[0].netAmount'],
  ['BR-FR-DEC-02', lined({ quantity: dec('1.00001') }), 'lines[0].quantity'],
  ['BR-FR-DEC-03', lined({ price: { net: dec('-1') } }), 'lines[0].price.net'],
  ['BR-FR-DEC-04', lined({ vatRate: dec('100.00') }), 'lines[0].vatRate'],
  ['BR-FR-MV-13', aReformInvoice({ businessProcess: 'S8', typeCode: '389' }), 'typeCode'],
  ['BR-FR-BD-13', aReformInvoice({ businessProcess: 'S9' }), 'typeCode'],
];

const accepted: readonly Accepted[] = [
  ['an invoice of the reform', reform],
  ['the same in CII', reform, 'cii'],
  ['numbers of thirty-five characters', aReformInvoice({ number: long(35) })],
  ['a number with every sign allowed', aReformInvoice({ number: 'aZ9+_/-' })],
  ['a leap day', aReformInvoice({ issueDate: '2028-02-29', dueDate: '2028-02-29' })],
  ['every rate with its zeros', lined({ vatRate: dec('20.00') })],
  ['an invoice already paid', aReformInvoice(paid)],
  ['a prepayment due before it is issued', aReformInvoice({ typeCode: '386', dueDate: '2026-03-01' })],
  ['dollars with VAT in euro', aReformInvoiceInDollars()],
  ['an attachment of an agreed kind', described('BON_COMMANDE', 'LISIBLE')],
  ['an invoice between firms', noted(['BAR', 'B2B'])],
  [
    'a negative price in a two-way invoice',
    { ...lined({ price: { net: dec('-1') } }), businessProcess: 'S9', typeCode: '389' },
  ],
  [
    'a credit note that names its invoice',
    aReformInvoice({ typeCode: '381', precedingInvoices: [{ number: 'F1', issueDate: '2026-02-01' }] }),
    'ubl-credit-note',
  ],
  [
    'a member of a single taxable person',
    {
      ...noted(['TXD', 'MEMBRE_ASSUJETTI_UNIQUE']),
      seller: { ...reform.seller, identifiers: [{ value: '000000349', scheme: '0231' }] },
      taxRepresentative: { vatIdentifier: 'FR49000000562' },
    },
  ],
];

describe('the French rules as published', () => {
  it.each<Accepted>(accepted)('accept %s', (_, invoice, syntax = 'ubl-invoice') => {
    expect(faultsOf(invoice, franceAsPublished, syntax)).toEqual([]);
  });

  it.each<Rejected>(rejected)('%s rejects in its place', (rule, invoice, path, syntax = 'ubl-invoice') => {
    expect(faultsOf(invoice, franceAsPublished, syntax)).toContainEqual([rule, path]);
  });

  it('are fatal, every one', () => {
    for (const [, invoice, , syntax = 'ubl-invoice'] of rejected)
      expect(judge(invoice, { syntax }, [franceAsPublished]).every(isFatal)).toBe(true);
  });

  it('have a rejected case each, but for what only a file can break and what Chorus Pro asks', () => {
    const cases = new Set(rejected.map(([rule]) => rule));
    const elsewhere = /^BR-FR-(CPRO-|MV-|BD-)/;
    const ids = franceAsPublished.rules.map(({ id }) => id).filter((id) => !elsewhere.test(id));
    expect([...new Set(ids)].filter((id) => !cases.has(id))).toEqual([]);
  });

  it('leave the limits of Chorus Pro to invoices that say they are for the public sector', () => {
    const number = 'F-2026-0042-ABCDEFGHI';
    expect(faultsOf(aReformInvoice({ number }), franceAsPublished)).toEqual([]);
    const forPublicSector = { ...noted(['ADN', 'B2G']), number };
    expect(judge(forPublicSector, { syntax: 'cii' }, [franceAsPublished])).toMatchObject([
      { rule: 'BR-FR-CPRO-02', path: 'number', severity: 'warning' },
    ]);
  });

  it('report some faults of UBL under the ids that the published file gives them', () => {
    expect(faultsOf(aReformInvoice({ number: 'F 42' }), franceAsPublished)).toEqual([
      ['BR-FR-02', 'number'],
      ['BR-FR-01', 'number'],
    ]);
    expect(faultsOf(noted(['BAR', 'B2B'], ['BAR', 'B2C']), franceAsPublished)).toEqual([
      ['BR-FR-30', 'notes'],
    ]);
    expect(faultsOf(lined({ vatCategory: 'L' }), franceAsPublished).map(([rule]) => rule)).toEqual([
      'BR-FR-15',
      'BR-FR-08',
    ]);
  });

  it('look at texts as they stand in the file', () => {
    const evidence = {
      ...noEvidence,
      written: { number: ' F42', 'lines[0].vatRate': '+20', issueDate: '2026-02-30' },
    };
    const found = judge(reform, { syntax: 'ubl-invoice', evidence }, [franceAsPublished]);
    expect(found.map(({ rule }) => rule)).toEqual([
      'BR-FR-02',
      'BR-FR-03',
      'BR-FR-16',
      'BR-FR-DEC-04',
      'BR-FR-01',
    ]);
  });
});

describe('certain mends', () => {
  const patchOf = (invoice: Invoice, id: string) =>
    judge(invoice, { syntax: 'cii' }, [france]).find(({ rule }) => rule === id)?.patch;

  it('shorten a rate with too many zeros', () => {
    const patch = { path: 'lines[0].vatRate', from: '20.000', to: '20.00' };
    expect(patchOf(lined({ vatRate: dec('20.000') }), 'BR-FR-16')).toEqual(patch);
    expect(patchOf(lined({ vatRate: dec('20.000') }), 'BR-FR-DEC-04')).toEqual(patch);
    expect(patchOf(lined({ vatRate: dec('19') }), 'BR-FR-16')).toBeUndefined();
  });

  it('take the SIREN out of a SIRET', () => {
    const legalRegistration = { value: '00000012500013', scheme: '0002' };
    expect(patchOf(soldBy({ legalRegistration }), 'BR-FR-32-LEGALID')).toEqual({
      path: 'seller.legalRegistration.value',
      from: '00000012500013',
      to: '000000125',
    });
  });

  it('write the kind of an attachment as agreed', () => {
    expect(patchOf(described('bon livraison'), 'BR-FR-17')).toMatchObject({ to: 'BON_LIVRAISON' });
    expect(patchOf(described('photo'), 'BR-FR-17')).toBeUndefined();
  });
});

describe('the French rules for a deposit', () => {
  it('accept an invoice as the portal takes it', () => {
    expect(faultsOf(anInvoice())).toEqual([]);
    expect(faultsOf(reform)).toEqual([]);
  });

  it('tell what the reform asks as warnings, and only to who has joined it', () => {
    const bare = anInvoice({ businessProcess: 'S1' });
    expect(judge(bare, { syntax: 'ubl-invoice' }, [france])).toMatchObject([
      { rule: 'BR-FR-05', severity: 'warning', values: { missing: 'PMT, PMD, AAB' } },
      { rule: 'BR-FR-12', severity: 'warning' },
      { rule: 'BR-FR-13', severity: 'warning' },
    ]);
    const { businessProcess: _, ...without } = bare;
    expect(faultsOf(without)).toEqual([]);
  });

  it('refuse nothing that Chorus Pro takes', () => {
    const taken = rejected
      .filter(([rule]) => !/^BR-FR-(01|02|09)$/.test(rule))
      .map(([rule, invoice]) => [rule, refusals(invoice)]);
    expect(taken.filter(([, faults]) => faults?.length)).toEqual([]);
  });

  it.each([
    ['twenty characters', 'F-2026-0042-ABCDEFGH', []],
    ['twenty-one', 'F-2026-0042-ABCDEFGHI', [['BR-FR-CPRO-02', 'number']]],
    ['an accent', 'FÉ42', [['BR-FR-02', 'number']]],
  ])('judge an invoice number of %s', (_, number, expected) => {
    expect(faultsOf(anInvoice({ number }))).toEqual(expected);
  });

  it('leave a missing number to the norm', () => {
    const { number: _, ...nameless } = anInvoice();
    expect(faultsOf(nameless)).toEqual([]);
  });

  it('allow one preceding invoice', () => {
    expect(faultsOf(anInvoice({ precedingInvoices: [{ number: 'F1' }, { number: 'F2' }] }))).toEqual([
      ['BR-FR-CPRO-20', 'precedingInvoices'],
    ]);
  });

  it('want a SIREN, and a SIRET beside it', () => {
    expect(refusals(sellerWith({}))).toEqual([['BR-FR-10', 'seller.legalRegistration']]);
    expect(refusals(sellerWith({ legalRegistration: { value: '000000125', scheme: '0002' } }))).toEqual([
      ['BR-FR-CPRO-09', 'seller.identifiers'],
    ]);
    expect(refusals(sellerWith({ legalRegistration: { value: '00000012500013', scheme: '0002' } }))).toEqual(
      [],
    );
  });

  it('want the SIRET of a payee that has a SIREN', () => {
    const legalRegistration = { value: '000000349', scheme: '0002' };
    const payee = { name: 'Affacturage du Bocage', legalRegistration };
    expect(refusals(anInvoice({ payee }))).toEqual([['BR-FR-CPRO-17', 'payee.identifier']]);
    const identifier = { value: '00000034900019', scheme: '0009' };
    expect(refusals(anInvoice({ payee: { ...payee, identifier } }))).toEqual([]);
  });

  it.each([
    ['BR-FR-CPRO-04', '0223', 'DE123456789', long(19)],
    ['BR-FR-CPRO-05', '0226', '1800175056MARTINPAUL', '180175056MARTIN'],
    ['BR-FR-CPRO-06', '0227', 'CHHELVETIAPAPIER', '1HELVETIA'],
    ['BR-FR-CPRO-07', '0228', '123456789', '12345678'],
    ['BR-FR-CPRO-08', '0229', '123456789', '1234567890'],
  ])('%s knows structures without SIRET by their form', (rule, scheme, right, wrong) => {
    expect(refusals(sellerWith({ identifiers: [{ value: right, scheme }] }))).toEqual([]);
    expect(refusals(sellerWith({ identifiers: [{ value: wrong, scheme }] }))).toEqual([
      [rule, 'seller.identifiers[0].value'],
    ]);
  });

  it('want the SIRET of the buyer, wherever senders put it', () => {
    const bare = { name: 'Centre hospitalier de Valmont', identifiers: [] };
    expect(refusals(anInvoice({ buyer: bare }))).toEqual([['BR-FR-CPRO-10', 'buyer.identifiers']]);
    for (const place of [
      { identifiers: [{ value: '00000210500013', scheme: '0009' }] },
      { identifiers: [{ value: '00000210500013' }] },
      { legalRegistration: { value: '00000210500013' } },
      { electronicAddress: { value: '00000210500013', scheme: '0009' } },
      { electronicAddress: { value: '000002105_00000210500013_PHARMACIE', scheme: '0225' } },
    ])
      expect(refusals(anInvoice({ buyer: { ...bare, ...place } }))).toEqual([]);
  });

  it('tell a SIRET with a wrong check digit, once', () => {
    const identifiers = [{ value: '00000210500014', scheme: '0009' }];
    expect(faultsOf(anInvoice({ buyer: { ...buyer, identifiers } }))).toEqual([
      ['PV-SIRET-MALFORMED', 'buyer.identifiers[0].value'],
    ]);
  });

  it('refuse a SIRET of another SIREN', () => {
    const identifiers = [{ value: '00000034900019', scheme: '0009' }];
    expect(refusals(anInvoice({ seller: { ...seller, identifiers } }))).toEqual([
      ['BR-FR-09', 'seller.identifiers[0].value'],
    ]);
  });

  it.each<[string, number, (text: string) => Invoice, string]>([
    ['BR-FR-CPRO-14', 50, (text) => anInvoice({ contractReference: text }), 'contractReference'],
    ['BR-FR-CPRO-15', 50, (text) => anInvoice({ purchaseOrderReference: text }), 'purchaseOrderReference'],
    [
      'BR-FR-CPRO-29',
      1024,
      (text) => anInvoice({ vatBreakdown: [{ exemptionReason: text }] }),
      'vatBreakdown[0].exemptionReason',
    ],
    [
      'BR-FR-CPRO-30',
      50,
      (text) => anInvoice({ supportingDocuments: [{ reference: text }] }),
      'supportingDocuments[0].reference',
    ],
    [
      'BR-FR-CPRO-31',
      1024,
      (text) => anInvoiceOf([aLine({ item: { description: text, classifications: [], attributes: [] } })]),
      'lines[0].item.description',
    ],
    [
      'BR-FR-CPRO-32',
      400,
      (text) => anInvoice({ seller: { ...seller, address: { line1: text } } }),
      'seller.address.line1',
    ],
    [
      'BR-FR-CPRO-33',
      400,
      (text) => anInvoice({ seller: { ...seller, address: { city: text } } }),
      'seller.address.city',
    ],
    [
      'BR-FR-CPRO-34',
      99,
      (text) => anInvoice({ buyer: { ...buyer, tradingName: text } }),
      'buyer.tradingName',
    ],
    ['BR-FR-CPRO-35', 1024, (text) => anInvoice({ paymentTerms: text }), 'paymentTerms'],
    [
      'BR-FR-CPRO-36',
      99,
      (text) => anInvoice({ seller: { ...seller, tradingName: text } }),
      'seller.tradingName',
    ],
    ['BR-FR-CPRO-37', 99, (text) => anInvoice({ payee: { name: text } }), 'payee.name'],
    [
      'BR-FR-CPRO-38',
      20,
      (text) => anInvoice({ delivery: { location: { value: text, scheme: '0088' } } }),
      'delivery.location.value',
    ],
    [
      'BR-FR-CPRO-39',
      27,
      (text) => anInvoice({ payments: [{ creditTransfer: { account: text } }] }),
      'payments[0].creditTransfer.account',
    ],
    [
      'BR-FR-CPRO-41',
      50,
      (text) => anInvoice({ supportingDocuments: [{ attachment: { contentBase64: '', fileName: text } }] }),
      'supportingDocuments[0].attachment.fileName',
    ],
    ['BR-FR-CPRO-42', 1024, (text) => anInvoice({ notes: [{ text }] }), 'notes[0].text'],
    ['BR-FR-CPRO-43', 99, (text) => anInvoice({ seller: { ...seller, name: text } }), 'seller.name'],
    ['BR-FR-CPRO-44', 99, (text) => anInvoice({ buyer: { ...buyer, name: text } }), 'buyer.name'],
  ])('%s keeps a text to %i characters, accents counted once', (rule, maximum, invoiceWith, path) => {
    expect(refusals(invoiceWith('é'.repeat(maximum)))).toEqual([]);
    expect(refusals(invoiceWith('😀'.repeat(maximum)))).toEqual([]);
    expect(refusals(invoiceWith(long(maximum + 1)))).toEqual([[rule, path]]);
  });

  it('keep one of what the file gives several of', () => {
    const evidence = {
      ...noEvidence,
      repeated: { paymentTerms: ['60 jours'], 'seller.contact.point': ['Mme Roy'] },
      groups: { 'buyer.contact': 2 },
    };
    const found = judge(anInvoice(), { syntax: 'cii', evidence }, [france]);
    expect(found.map(({ rule }) => rule)).toEqual(['BR-FR-CPRO-25', 'BR-FR-CPRO-26', 'BR-FR-CPRO-27']);
  });

  it('refuse the framework of subcontractors among firms', () => {
    expect(refusals(anInvoice({ businessProcess: 'S5' }))).toEqual([['BR-FR-CPRO-24', 'businessProcess']]);
    expect(refusals(anInvoice({ businessProcess: 'S3' }))).toEqual([]);
  });

  it('refuse a million lines', () => {
    const invoice = anInvoice({ lines: new Array(1_000_000).fill(aLine()) });
    const rules = france.rules.filter(({ id }) => id === 'BR-FR-CPRO-19');
    expect(judge(invoice, { syntax: 'cii' }, [{ name: 'count', rules }])).toMatchObject([
      { path: 'lines', values: { found: '1000000' } },
    ]);
    expect(
      judge({ ...invoice, lines: invoice.lines.slice(1) }, { syntax: 'cii' }, [{ name: 'count', rules }]),
    ).toEqual([]);
  });
});
