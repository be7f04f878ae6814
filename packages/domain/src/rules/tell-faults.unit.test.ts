import { describe, expect, it } from 'vitest';
import type { Fault } from './fault.js';
import { tellFaults } from './tell-faults.js';

const fault = (rule: string, path: string, terms: readonly string[], rest: Partial<Fault> = {}): Fault => ({
  rule,
  severity: 'fatal',
  terms,
  path,
  ...rest,
});
const wrong = (rule: string, path: string, terms: readonly string[], found: string, expected: string) =>
  fault(rule, path, terms, { values: { found, expected } });

const told = (faults: readonly Fault[]) =>
  tellFaults(faults).map(({ rules, elsewhere, consequences }) => ({
    rules,
    elsewhere: elsewhere.map(({ path }) => path),
    consequences,
  }));

describe('telling faults', () => {
  it('says once what two rules ask for in the same place', () => {
    expect(
      told([
        fault('BR-33', 'allowances[0].reason', ['BT-97', 'BT-98']),
        fault('BR-CO-21', 'allowances[0].reason', ['BT-97', 'BT-98']),
      ]),
    ).toEqual([{ rules: ['BR-33', 'BR-CO-21'], elsewhere: [], consequences: [] }]);
  });

  it('says once what is wrong on many lines', () => {
    const lines = Array.from({ length: 42 }, (_, index) =>
      fault('BR-25', `lines[${index}].name`, ['BT-153']),
    );
    expect(told(lines)[0]?.elsewhere).toHaveLength(41);
    expect(told(lines)).toHaveLength(1);
  });

  it('puts the total that is wrong before the totals worked out from it', () => {
    expect(
      told([
        wrong('BR-CO-15', 'totals.taxInclusive', ['BT-112', 'BT-109', 'BT-110'], '120', '132'),
        wrong('BR-CO-13', 'totals.taxExclusive', ['BT-109', 'BT-106', 'BT-107', 'BT-108'], '110', '100'),
        fault('BR-06', 'seller.name', ['BT-27']),
      ]),
    ).toEqual([
      { rules: ['BR-CO-13'], elsewhere: [], consequences: ['BR-CO-15'] },
      { rules: ['BR-06'], elsewhere: [], consequences: [] },
    ]);
  });

  it('sees one wrong line behind two sums that are out by the same amount', () => {
    const terms = ['BT-116', 'BT-131', 'BT-92', 'BT-99'];
    const lines = wrong('BR-CO-10', 'totals.lines', ['BT-106', 'BT-131'], '100.00', '120.00');
    expect(told([lines, wrong('BR-S-08', 'vatBreakdown[0].taxableAmount', terms, '40', '60')])).toHaveLength(
      1,
    );
    expect(told([lines, wrong('BR-S-08', 'vatBreakdown[0].taxableAmount', terms, '40', '61')])).toHaveLength(
      2,
    );
  });

  it('puts what is missing before the sums that need it, of its own line only', () => {
    const faults = [
      wrong('BR-CO-10', 'totals.lines', ['BT-106', 'BT-131'], '100.00', '80.00'),
      fault('BR-24', 'lines[3].netAmount', ['BT-131']),
      fault('BR-DEC-23', 'lines[4].netAmount', ['BT-131']),
    ];
    expect(told(faults)).toEqual([
      { rules: ['BR-24'], elsewhere: [], consequences: ['BR-CO-10'] },
      { rules: ['BR-DEC-23'], elsewhere: [], consequences: [] },
    ]);
  });

  it('puts a category that is wrong before the sums of its breakdown', () => {
    const values = { category: 'G' };
    expect(
      told([
        wrong('BR-CO-14', 'totals.vat', ['BT-110', 'BT-117'], '30', '20'),
        fault('BR-G-08', 'vatBreakdown[0].taxableAmount', ['BT-116'], {
          values: { ...values, found: '10', expected: '0' },
        }),
        fault('BR-G-01', 'vatBreakdown', ['BG-23', 'BT-118'], { values }),
        fault('BR-E-10', 'vatBreakdown[1].exemptionReason', ['BT-120'], { values: { category: 'E' } }),
      ]),
    ).toEqual([
      { rules: ['BR-G-01'], elsewhere: [], consequences: ['BR-CO-14', 'BR-G-08'] },
      { rules: ['BR-E-10'], elsewhere: [], consequences: [] },
    ]);
  });

  it('says once that the breakdown bears another category than the lines', () => {
    const base = fault('BR-O-08', 'vatBreakdown[0].taxableAmount', ['BT-116'], {
      values: { category: 'O', found: '10.25', expected: '0.00' },
    });
    expect(
      told([
        base,
        fault('BR-O-09', 'vatBreakdown[0].taxAmount', ['BT-117']),
        fault('BR-S-01', 'vatBreakdown', ['BG-23'], { values: { category: 'S', missing: '1' } }),
        fault('BR-O-10', 'vatBreakdown[1].exemptionReason', ['BT-120']),
      ]),
    ).toEqual([
      { rules: ['BR-S-01'], elsewhere: [], consequences: ['BR-O-08', 'BR-O-09'] },
      { rules: ['BR-O-10'], elsewhere: [], consequences: [] },
    ]);
  });

  it('says of an invoice without lines that it has none', () => {
    expect(
      told([
        fault('BR-16', 'lines', ['BG-25']),
        wrong('BR-CO-10', 'totals.lines', ['BT-106', 'BT-131'], '100.00', '0'),
        fault('BR-S-01', 'vatBreakdown', ['BG-23', 'BT-118', 'BT-151', 'BT-95', 'BT-102']),
        fault('BR-06', 'seller.name', ['BT-27']),
      ]),
    ).toEqual([
      { rules: ['BR-16'], elsewhere: [], consequences: ['BR-CO-10', 'BR-S-01'] },
      { rules: ['BR-06'], elsewhere: [], consequences: [] },
    ]);
  });

  it('puts a currency that is none before the total that nobody gives in it', () => {
    const total = fault('BR-CO-15', 'totals.taxInclusive', ['BT-112', 'BT-109', 'BT-110']);
    const currency = fault('BR-CL-04', 'currency', ['BT-5'], { values: { found: 'eur' } });
    expect(told([total, currency])).toEqual([
      { rules: ['BR-CL-04'], elsewhere: [], consequences: ['BR-CO-15'] },
    ]);
  });

  it('says once that a breakdown has a rate no line has', () => {
    expect(
      told([
        fault('BR-S-08', 'vatBreakdown[0].taxableAmount', ['BT-116', 'BT-131', 'BT-92', 'BT-99'], {
          values: { found: '100.00', rate: '10', notUsed: '' },
        }),
        wrong('BR-CO-17', 'vatBreakdown[0].taxAmount', ['BT-117', 'BT-116', 'BT-119'], '5.50', '10.00'),
      ]),
    ).toEqual([{ rules: ['BR-S-08'], elsewhere: [], consequences: ['BR-CO-17'] }]);
  });

  it('says once that an amount went from one category to another', () => {
    const base = (category: string, index: number, found: string, expected: string) =>
      fault(`BR-${category}-08`, `vatBreakdown[${index}].taxableAmount`, ['BT-116'], {
        values: { category, found, expected },
      });
    expect(told([base('S', 0, '100', '90.00'), base('Z', 1, '0', '10'), base('E', 2, '5', '6')])).toEqual([
      { rules: ['BR-S-08'], elsewhere: [], consequences: ['BR-Z-08'] },
      { rules: ['BR-E-08'], elsewhere: [], consequences: [] },
    ]);
  });

  it('puts too many decimals before the cent that is missing because of them', () => {
    const sum = wrong('BR-CO-15', 'totals.taxInclusive', ['BT-112', 'BT-109'], '12.301', '12.30');
    const written = fault('BR-DEC-14', 'totals.taxInclusive', ['BT-112']);
    expect(told([sum, written])).toEqual([
      { rules: ['BR-DEC-14'], elsewhere: [], consequences: ['BR-CO-15'] },
    ]);
  });

  it('says once that an element stands twice, whoever counts it', () => {
    const place = '/Invoice/cac:InvoiceLine[5]/cac:AllowanceCharge[1]';
    const twice = (line: number) =>
      fault('PV-READ-REPEATED', `lines[${line}].allowances[0].reason`, ['BT-139'], {
        location: `/Invoice/cac:InvoiceLine[${line + 1}]/cac:AllowanceCharge[1]/cbc:AllowanceChargeReason[2]`,
      });
    const counted = fault('UBL-SR-30', '', ['BT-97'], { location: place });
    expect(told([twice(0), twice(4), counted])).toEqual([
      {
        rules: ['PV-READ-REPEATED'],
        elsewhere: ['lines[4].allowances[0].reason'],
        consequences: ['UBL-SR-30'],
      },
    ]);
    expect(told([twice(0), counted])).toHaveLength(2);
  });

  it('puts a tax scheme that is not there before what UBL does not find without it', () => {
    const schemeless = fault('PV-SCHEMA-MISSING', '', [], {
      location: '/Invoice/cac:AllowanceCharge[1]/cac:TaxCategory[1]/cac:TaxScheme',
      values: { element: 'cac:TaxScheme', parent: 'cac:TaxCategory' },
    });
    const category = fault('BR-32', 'allowances[0].vatCategory', ['BT-95'], {
      location: '/Invoice/cac:AllowanceCharge[1]/cac:TaxCategory/cbc:ID',
    });
    const other = { ...category, location: '/Invoice/cac:AllowanceCharge[2]/cac:TaxCategory/cbc:ID' };
    expect(told([schemeless, category])).toEqual([
      { rules: ['PV-SCHEMA-MISSING'], elsewhere: [], consequences: ['BR-32'] },
    ]);
    expect(told([schemeless, other])).toHaveLength(2);
  });

  it('says once of a wrong value that it is wrong, and not that it is missing', () => {
    const location = '/Invoice/cac:AccountingSupplierParty/cbc:CompanyID';
    const found = { values: { found: '12345' } };
    expect(
      told([
        fault('BR-FR-10', 'seller.legalRegistration', ['BT-30'], { location }),
        fault('BR-FR-32-LEGALID', 'seller.legalRegistration', ['BT-30'], { location, ...found }),
        fault('BR-FR-12', 'buyer.electronicAddress', ['BT-49'], {
          location: '/Invoice/cac:Buyer/cbc:EndpointID',
        }),
      ]),
    ).toEqual([
      { rules: ['BR-FR-32-LEGALID'], elsewhere: [], consequences: ['BR-FR-10'] },
      { rules: ['BR-FR-12'], elsewhere: [], consequences: [] },
    ]);
    const type = { location: '/Invoice/cbc:InvoiceTypeCode', ...found };
    expect(
      told([fault('BR-CL-01', 'typeCode', ['BT-3'], type), fault('BR-FR-04', 'typeCode', ['BT-3'], type)]),
    ).toHaveLength(1);
  });

  it('tells each missing element of the schema by itself', () => {
    const lacking = (element: string) => fault('PV-SCHEMA-MISSING', '', [], { values: { element } });
    expect(told([lacking('cbc:ID'), lacking('cbc:Name'), lacking('cbc:ID')])).toHaveLength(2);
  });

  it('takes nothing for the cause of a fault only because neither has a place in the model', () => {
    const at = (location: string, element: string) => ({ location, values: { element } });
    const faults = [
      fault('PV-READ-DATE', '', [], { location: '/Invoice/cbc:TaxPointDate' }),
      fault('BR-16', '', ['BG-25'], { location: '/Invoice' }),
      fault('PV-SCHEMA-UNKNOWN', '', [], at('/Invoice/cbc:Remarque', 'cbc:Remarque')),
      fault('PV-SCHEMA-ORDER', '', ['BG-25'], at('/Invoice/cac:InvoiceLine[1]', 'cac:InvoiceLine')),
      fault('UBL-SR-04', '', [], { location: '/Invoice/cac:AccountingSupplierParty' }),
    ];
    expect(told(faults).map(({ rules }) => rules)).toEqual(faults.map(({ rule }) => [rule]));
  });

  it('keeps a breakdown inside a line apart from that of the invoice', () => {
    const total = '/Invoice/cac:TaxTotal/cac:TaxSubtotal[1]/cac:TaxCategory';
    const rate = fault('BR-48', 'vatBreakdown[0].rate', ['BT-119'], { location: `${total}/cbc:Percent` });
    const inLine = fault('BR-CO-17', '', ['BT-117', 'BT-119'], {
      location: '/Invoice/cac:InvoiceLine[1]/cac:TaxTotal',
    });
    expect(told([rate, inLine])).toHaveLength(2);
    expect(told([rate, { ...inLine, location: '/Invoice/cac:TaxTotal/cac:TaxSubtotal' }])).toEqual([
      { rules: ['BR-48'], elsewhere: [], consequences: ['BR-CO-17'] },
    ]);
    const category = { ...inLine, rule: 'BR-47', terms: ['BT-118'] };
    expect(told([category, { ...inLine, rule: 'BR-48', terms: ['BT-119'] }])).toHaveLength(2);
    const unread = { ...rate, rule: 'PV-READ-NUMBER' };
    expect(told([unread, inLine])).toHaveLength(2);
  });

  it('leaves every remark on how the file is built in sight', () => {
    const location = '/Invoice/cac:InvoiceLine[1]/cac:TaxTotal';
    expect(
      told([
        fault('BR-24', 'lines[0].netAmount', ['BT-131'], { location }),
        fault('UBL-CR-561', 'lines[0].netAmount', ['BT-131'], { location, severity: 'warning' }),
        fault('UBL-CR-005', '', [], { location: '/Invoice/cbc:UUID', severity: 'warning' }),
      ]).map(({ rules }) => rules),
    ).toEqual([['BR-24'], ['UBL-CR-561'], ['UBL-CR-005']]);
  });

  it('puts what cannot be read first', () => {
    const unread = fault('PV-READ-NUMBER', 'totals.due', ['BT-115']);
    expect(told([fault('BR-15', 'totals.due', ['BT-115']), unread])).toEqual([
      { rules: ['PV-READ-NUMBER'], elsewhere: [], consequences: ['BR-15'] },
    ]);
  });

  it('tells warnings after what is fatal and never hides the one behind the other', () => {
    const warning = wrong('BR-CO-13', 'totals.taxExclusive', ['BT-109'], '1', '2');
    const fatal = wrong('BR-CO-15', 'totals.taxInclusive', ['BT-112', 'BT-109'], '1', '2');
    expect(told([{ ...warning, severity: 'warning' }, fatal]).map(({ rules }) => rules)).toEqual([
      ['BR-CO-15'],
      ['BR-CO-13'],
    ]);
  });

  it('says two faults of thousands of lines as two', () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => [
      fault('BR-24', `lines[${index}].netAmount`, ['BT-131']),
      fault('BR-25', `lines[${index}].name`, ['BT-153']),
    ]).flat();
    expect(tellFaults(lines).map(({ elsewhere }) => elsewhere.length)).toEqual([1_999, 1_999]);
  });
});
