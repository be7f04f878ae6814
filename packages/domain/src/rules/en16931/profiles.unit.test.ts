import { describe, expect, it } from 'vitest';
import { Decimal } from '../../amount/decimal.js';
import type { Invoice, InvoiceLine, Totals } from '../../invoice/invoice.js';
import { aFullInvoice } from '../../testing/full-invoice.js';
import { aLine, anInvoice } from '../../testing/invoice-builder.js';
import { noEvidence } from '../evidence.js';
import type { Extension, LineExtension } from '../extension.js';
import { judge } from '../judge.js';
import type { Syntax } from '../rule.js';
import { addedByProfiles } from './profiles.js';

const dec = Decimal.of;

const extended = 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended';
const frenchExtended = 'urn:cen.eu:en16931:2017#conformant#urn.cpro.gouv.fr:1p0:extended-ctc-fr';

const line = (change: Partial<LineExtension> = {}): LineExtension => ({
  objects: [],
  vatTotals: [],
  exemption: {},
  precedingInvoices: [],
  ...change,
});

const saying = (change: Partial<Extension> = {}): Extension => ({
  lines: [],
  serviceCharges: [],
  adjustments: [],
  allowances: [],
  charges: [],
  precedingTypes: [],
  ...change,
});

const found = (
  invoice: Invoice,
  extension: Extension = saying(),
  profile = extended,
  syntax: Syntax = 'factur-x',
): string[] =>
  judge(invoice, { syntax, profile, evidence: { ...noEvidence, extension } }).map(
    ({ rule, path, severity }) => `${severity === 'fatal' ? '' : 'warning '}${rule} ${path}`,
  );

const totalled = (change: Partial<Totals>): Invoice =>
  anInvoice({ totals: { ...anInvoice().totals, ...change } });

const lined = (change: Partial<InvoiceLine>): Invoice => anInvoice({ lines: [aLine(change)] });

const without = <Part extends object>(part: Part, name: keyof Part): Part => {
  const { [name]: _, ...rest } = part;
  return rest as Part;
};

/** A group of two lines, 60,00 € and 40,00 €, and what they are to each other. */
const grouped = anInvoice({
  lines: [
    { ...aLine({ id: '1', netAmount: dec('100.00') }), price: {} },
    aLine({ id: '2', netAmount: dec('60.00') }),
    aLine({ id: '3', netAmount: dec('40.00') }),
  ],
});
const asGroup = [
  line({ subType: 'GROUP' }),
  line({ subType: 'DETAIL', parent: '1' }),
  line({ subType: 'DETAIL', parent: '1' }),
];

describe('the profiles without lines', () => {
  const header = aFullInvoice({ lines: [] });
  const rules = (invoice: Invoice, profile?: string): string[] =>
    judge(invoice, { syntax: 'factur-x', ...(profile !== undefined && { profile }) })
      .map(({ rule }) => rule)
      .filter((rule) => rule !== 'PV-PROFILE-ELEMENT');

  it('are not asked for what MINIMUM cannot hold', () => {
    const minimum = { ...header, vatBreakdown: [], allowances: [], charges: [] };
    expect(rules(minimum, 'Factur-X MINIMUM')).toEqual([]);
    expect(rules({ ...minimum, seller: { identifiers: [] } }, 'Factur-X MINIMUM')).toEqual([
      'BR-CO-26',
      'BR-06',
      'BR-08',
      'BR-09',
    ]);
  });

  it('are not asked for lines in BASIC WL, by name or by identifier', () => {
    for (const profile of ['Factur-X BASIC WL', 'urn:factur-x.eu:1p0:basicwl'])
      expect(rules(header, profile)).toEqual([]);
    expect(rules(header)).toContain('BR-16');
  });

  it('are read from the invoice when nobody tells them', () => {
    expect(rules({ ...header, specification: 'urn:factur-x.eu:1p0:basicwl' })).toEqual([]);
  });

  it('leave BASIC and national usages to every rule', () => {
    for (const profile of [
      'urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic',
      'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
      'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    ])
      expect(rules(header, profile)).toContain('BR-16');
  });

  it('keep of the syntax rules what Factur-X carries', () => {
    const fault = { severity: 'warning', terms: [], path: '' } as const;
    const syntax = ['CII-SR-450', 'CII-SR-463', 'CII-DT-018'].map((rule) => ({ ...fault, rule }));
    const told = (profile: string) =>
      judge(anInvoice(), { syntax: 'factur-x', profile, evidence: { ...noEvidence, syntax } })
        .map(({ rule }) => rule)
        .filter((rule) => rule.startsWith('CII'));
    expect(told('Factur-X BASIC WL')).toEqual(['CII-SR-463']);
    expect(told(extended)).toEqual(['CII-SR-463']);
    expect(told('urn:cen.eu:en16931:2017')).toEqual(['CII-SR-450', 'CII-SR-463', 'CII-DT-018']);
  });
});

describe('the extended profiles', () => {
  it('accept what the norm accepts', () => {
    expect(found(anInvoice())).toEqual([]);
    expect(found(anInvoice(), saying(), frenchExtended, 'ubl-invoice')).toEqual([]);
  });

  it('leave groups out of the sums, and do not ask them for a price', () => {
    expect(found(grouped, saying({ lines: asGroup }))).toEqual([]);
    expect(found(grouped, saying(), 'urn:cen.eu:en16931:2017')).toContain('BR-CO-10 totals.lines');
  });

  it('allow one cent for each amount', () => {
    const off = totalled({ lines: dec('100.01'), taxExclusive: dec('100.01') });
    expect(found(off)).toEqual([]);
    expect(found(totalled({ lines: dec('100.02') }))).toEqual([
      'BR-FXEXT-CO-10 totals.lines',
      'BR-FXEXT-CO-13 totals.taxExclusive',
    ]);
  });

  it('count logistics services among the charges', () => {
    const service = { amount: '5.00', category: 'S', rate: '20.0', exemption: {} };
    const [breakdown] = anInvoice().vatBreakdown;
    const charged = {
      ...totalled({
        charges: dec('5.00'),
        taxExclusive: dec('105.00'),
        vat: dec('21.00'),
        taxInclusive: dec('126.00'),
        due: dec('126.00'),
      }),
      vatBreakdown: [{ ...breakdown, taxableAmount: dec('105.00'), taxAmount: dec('21.00') }],
    };
    expect(found(charged, saying({ serviceCharges: [service] }))).toEqual([]);
    expect(found(charged)).toEqual([
      'BR-FXEXT-CO-12 totals.charges',
      'BR-FXEXT-S08b vatBreakdown[0].taxableAmount',
      'warning BR-FXEXT-S-08ini vatBreakdown[0].taxableAmount',
      'warning BR-FXEXT-S-08rev vatBreakdown[0].taxableAmount',
    ]);
  });

  it('add what is collected for others to the amount due', () => {
    expect(found(totalled({ due: dec('127.00') }), saying({ adjustments: ['7.00'] }))).toEqual([]);
    expect(found(totalled({ due: dec('127.00') }))).toEqual(['BR-FXEXT-CO-16 totals.due']);
  });

  it('tell several breakdowns of a category apart by their reason', () => {
    const [breakdown] = anInvoice().vatBreakdown;
    const reasoned = (reason: string) => ({
      ...breakdown,
      taxableAmount: dec('50.00'),
      taxAmount: dec('10.00'),
      exemptionReason: reason,
    });
    const two = anInvoice({
      lines: [aLine({ netAmount: dec('50.00') }), aLine({ id: '2', netAmount: dec('50.00') })],
      vatBreakdown: [reasoned('#A#'), reasoned('#B#')],
    });
    const reasons = ['#A#', '#B#'].map((reason) => line({ exemption: { reason } }));
    expect(found(two, saying({ lines: reasons }))).toEqual([
      'warning BR-FXEXT-S-08ini vatBreakdown[0].taxableAmount',
      'warning BR-FXEXT-S-08ini vatBreakdown[1].taxableAmount',
    ]);
  });

  it.each<[string, Invoice, Extension?]>([
    ['BR-FXEXT-BR-22 lines[0].quantity', anInvoice({ lines: [without(aLine(), 'quantity')] })],
    ['BR-FXEXT-BR-23 lines[0].unit', anInvoice({ lines: [without(aLine(), 'unit')] })],
    ['BR-FXEXT-BR-24 lines[0].netAmount', anInvoice({ lines: [without(aLine(), 'netAmount')] })],
    ['BR-FXEXT-BR-26 lines[0].price.net', lined({ price: {} })],
    ['BR-FXEXT-CO-04 lines[0].vatCategory', anInvoice({ lines: [without(aLine(), 'vatCategory')] })],
    ['BR-FXEXT-BR-38 charges[0].reason', anInvoice({ charges: [{ amount: dec('0') }] })],
    ['BR-FXEXT-BR-44 lines[0].charges[0].reason', lined({ charges: [{ amount: dec('0') }] })],
    [
      'BR-FXEXT-06 lines[1]',
      grouped,
      saying({ lines: asGroup.map((inner, at) => (at === 1 ? line({ parent: '1' }) : inner)) }),
    ],
    [
      'BR-FXEXT-08 lines[0]',
      {
        ...grouped,
        lines: grouped.lines.map((inner, at) => (at === 1 ? { ...inner, netAmount: dec('59') } : inner)),
      },
      saying({ lines: asGroup }),
    ],
    [
      'BR-FXEXT-11 lines[2]',
      grouped,
      saying({
        lines: asGroup.map((inner, at) => (at === 2 ? line({ subType: 'DETAIL', parent: '9' }) : inner)),
      }),
    ],
    ['BR-FXEXT-CO-11 totals.allowances', totalled({ allowances: dec('1.00') })],
    ['BR-FXEXT-CO-15 totals.taxInclusive', totalled({ taxInclusive: dec('121.00') })],
    ['BR-FXEXT-S-01 vatBreakdown', anInvoice({ vatBreakdown: [] })],
    [
      'BR-FXEXT-S-09b vatBreakdown[0].taxAmount',
      anInvoice({
        vatBreakdown: [
          { taxableAmount: dec('100.00'), taxAmount: dec('20.02'), category: 'S', rate: dec('20') },
        ],
      }),
    ],
    ['BR-CO-25 dueDate', without(anInvoice(), 'dueDate')],
  ])('reject %s', (expected, invoice, extension = saying()) => {
    expect(found(invoice, extension)).toContain(expected);
    expect(found(invoice, extension, frenchExtended, 'ubl-invoice')).toContain(
      expected.replace('FXEXT', 'FREXT'),
    );
  });

  it('allow negative prices, and « not subject to VAT » beside other categories', () => {
    expect(found(lined({ price: { net: dec('-1') } }))).toEqual([]);
    const other = aLine({ id: '2', netAmount: dec('0.00'), vatCategory: 'O' });
    const mixed = anInvoice({
      lines: [aLine(), without(other, 'vatRate')],
      vatBreakdown: [
        ...anInvoice().vatBreakdown,
        { taxableAmount: dec('0.00'), taxAmount: dec('0.00'), category: 'O', exemptionReason: 'x' },
      ],
    });
    expect(found(mixed).filter((fault) => !fault.startsWith('warning'))).toEqual([]);
    expect(found(mixed, saying(), 'urn:cen.eu:en16931:2017')).toContain('BR-O-11 vatBreakdown');
  });
});

describe('the elements of a profile', () => {
  const elements = (invoice: Invoice, profile: string) =>
    judge(invoice, { syntax: 'factur-x', profile })
      .filter(({ rule }) => rule === 'PV-PROFILE-ELEMENT')
      .map(({ terms, path, severity }) => [...terms, path, severity]);

  it('close MINIMUM and BASIC WL', () => {
    const invoice = anInvoice({ lines: [], payments: [], vatBreakdown: [] });
    expect(elements(invoice, 'urn:factur-x.eu:1p0:minimum')).toEqual([
      ['BT-9', 'dueDate', 'fatal'],
      ['BT-29', 'seller.identifiers[0]', 'fatal'],
      ['BT-35', 'seller.address.line1', 'fatal'],
      ['BT-37', 'seller.address.city', 'fatal'],
      ['BT-38', 'seller.address.postCode', 'fatal'],
      ['BT-46', 'buyer.identifiers[0]', 'fatal'],
      ['BG-8', 'buyer.address', 'fatal'],
      ['BT-106', 'totals.lines', 'fatal'],
    ]);
    expect(elements(invoice, 'urn:factur-x.eu:1p0:basicwl')).toEqual([]);
    expect(elements(anInvoice(), 'urn:factur-x.eu:1p0:basicwl')).toEqual([['BG-25', 'lines[0]', 'fatal']]);
  });

  it('warn in BASIC, and close nothing from EN 16931 on', () => {
    const contacted = anInvoice({
      seller: { ...anInvoice().seller, contact: { email: 'a@example.org' } },
      delivery: {},
    });
    const basic = 'urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic';
    expect(elements(contacted, basic)).toEqual([['BG-6', 'seller.contact', 'warning']]);
    expect(elements(contacted, 'urn:cen.eu:en16931:2017')).toEqual([]);
    expect(elements(contacted, extended)).toEqual([]);
  });
});

describe('rules that profiles add', () => {
  it('bear an id of their own profile', () => {
    for (const { id } of addedByProfiles) expect(id).toMatch(/^(BR-F[XR]EXT-|BR-CO-25$|PV-PROFILE-ELEMENT$)/);
  });
});
