import { describe, expect, it } from 'vitest';
import { Decimal } from '../../amount/decimal.js';
import type { DocumentAllowanceCharge, Invoice, VatBreakdown } from '../../invoice/invoice.js';
import { aLine, anInvoice, anInvoiceOf } from '../../testing/invoice-builder.js';
import { judge } from '../judge.js';
import type { Syntax } from '../rule.js';
import { type VatFamily, vatFamilies } from './vat-families.js';

const dec = Decimal.of;

const rulesFiring = (invoice: Invoice, syntax: Syntax): string[] => [
  ...new Set(judge(invoice, { syntax }).map(({ rule }) => rule)),
];

const rateOf = ({ rate }: VatFamily): { readonly vatRate?: Decimal } =>
  rate === 'absent' ? {} : { vatRate: dec(rate === 'zero' ? '0' : '7') };

const withoutVatRate = ({ vatRate: _, ...line }: ReturnType<typeof aLine>) => line;

/** A valid invoice of one category: a line, an allowance and a charge that cancel out, and their breakdown. */
const validFor = (family: VatFamily): Invoice => {
  const vatCategory = family.category;
  const line = { ...withoutVatRate(aLine({ vatCategory })), ...rateOf(family) };
  const invoice = anInvoiceOf([line]);
  const adjustment: DocumentAllowanceCharge = {
    amount: dec('5.00'),
    vatCategory,
    ...rateOf(family),
    reason: 'Ajustement',
  };
  const [only = {}] = invoice.vatBreakdown;
  const reason = family.exemptionReason === 'required' ? { exemptionReason: 'Article du code' } : {};
  return {
    ...invoice,
    totals: { ...invoice.totals, allowances: dec('5.00'), charges: dec('5.00') },
    allowances: [adjustment],
    charges: [adjustment],
    vatBreakdown: [{ ...only, ...reason }],
    delivery: { date: '2026-02-28', address: { country: 'DE' } },
    seller: family.category === 'O' ? anonymous(invoice).seller : invoice.seller,
    buyer: family.category === 'O' ? invoice.buyer : { ...invoice.buyer, vatIdentifier: 'DE123456789' },
  };
};

const breakdownChanged = (invoice: Invoice, change: Partial<VatBreakdown>): Invoice => ({
  ...invoice,
  vatBreakdown: invoice.vatBreakdown.map((item) => ({ ...item, ...change })),
});

/** The first group of the same invoice with a rate its category does not allow. */
const wrongRate = ({ rate }: VatFamily): Decimal => dec(rate === 'zero' || rate === 'absent' ? '20' : '-1');

const anonymous = (invoice: Invoice): Invoice => {
  const { vatIdentifier: _, ...seller } = invoice.seller;
  return { ...invoice, seller };
};

const identified = (invoice: Invoice): Invoice => ({
  ...invoice,
  seller: { ...invoice.seller, vatIdentifier: 'FR96000000125' },
});

const broken: Readonly<Record<string, (invoice: Invoice, family: VatFamily) => Invoice>> = {
  '01': (invoice) => ({ ...invoice, vatBreakdown: [] }),
  '02': (invoice, family) => wrongIdentifiers(invoice, family, { allowances: [], charges: [] }),
  '03': (invoice, family) => wrongIdentifiers(invoice, family, { lines: [], charges: [] }),
  '04': (invoice, family) => wrongIdentifiers(invoice, family, { lines: [], allowances: [] }),
  '05': (invoice, family) => ({
    ...invoice,
    lines: invoice.lines.map((line) => ({ ...line, vatRate: wrongRate(family) })),
  }),
  '06': (invoice, family) => ({
    ...invoice,
    allowances: invoice.allowances.map((item) => ({ ...item, vatRate: wrongRate(family) })),
  }),
  '07': (invoice, family) => ({
    ...invoice,
    charges: invoice.charges.map((item) => ({ ...item, vatRate: wrongRate(family) })),
  }),
  '08': (invoice) => breakdownChanged(invoice, { taxableAmount: dec('250.00') }),
  '09': (invoice) => breakdownChanged(invoice, { taxAmount: dec('50.00') }),
  '10': (invoice, family) =>
    family.exemptionReason === 'required'
      ? {
          ...invoice,
          vatBreakdown: invoice.vatBreakdown.map(({ exemptionReason: _, ...item }) => item),
        }
      : breakdownChanged(invoice, { exemptionReasonCode: 'VATEX-EU-O' }),
};

function wrongIdentifiers(invoice: Invoice, { category }: VatFamily, only: Partial<Invoice>): Invoice {
  return { ...(category === 'O' ? identified(invoice) : anonymous(invoice)), ...only };
}

/** L and M: the artefacts look for the rate in the wrong place. O: only a breakdown makes CII ask. */
const silentInCii = (id: string): boolean => /^BR-(?:A[FG]-0[89]|O-01)$/.test(id);

describe.each(vatFamilies)('VAT category $category', (family) => {
  it.each(['ubl-invoice', 'cii'] as const)('accepts a valid invoice in %s', (syntax) => {
    expect(rulesFiring(validFor(family), syntax)).toEqual([]);
  });

  it.each(Object.entries(broken))('rejects by rule -%s', (number, breakIt) => {
    const id = `BR-${family.prefix}-${number}`;
    const invoice = breakIt(validFor(family), family);
    expect(rulesFiring(invoice, 'ubl-invoice')).toContain(id);
    expect(rulesFiring(invoice, 'cii').includes(id)).toBe(!silentInCii(id));
  });
});

describe('rule -01', () => {
  const [standard, zero] = vatFamilies;

  it('lets two lines of S pass in CII without a breakdown, and one not', () => {
    const lines = [aLine(), aLine({ id: '2' })];
    const none = { vatBreakdown: [] };
    expect(rulesFiring({ ...anInvoiceOf(lines), ...none }, 'cii')).not.toContain('BR-S-01');
    expect(rulesFiring({ ...anInvoice(), ...none }, 'cii')).toContain('BR-S-01');
    expect(rulesFiring({ ...anInvoiceOf(lines), ...none }, 'ubl-invoice')).toContain('BR-S-01');
  });

  it('rejects a breakdown nobody uses: S and L in UBL, Z in CII', () => {
    const unused = (category: string, rate: string): Invoice => ({
      ...anInvoice(),
      vatBreakdown: [
        ...anInvoice().vatBreakdown,
        { category, rate: dec(rate), taxableAmount: dec('0.00'), taxAmount: dec('0.00') },
      ],
    });
    expect(rulesFiring(unused('L', '7'), 'ubl-invoice')).toContain('BR-AF-01');
    expect(rulesFiring(unused('L', '7'), 'cii')).not.toContain('BR-AF-01');
    expect(rulesFiring(unused('Z', '0'), 'ubl-invoice')).not.toContain('BR-Z-01');
    expect(rulesFiring(unused('Z', '0'), 'cii')).toContain('BR-Z-01');
  });

  it('rejects two breakdowns of a category that has one rate', () => {
    const invoice = zero ? validFor(zero) : anInvoice();
    const twice = { ...invoice, vatBreakdown: [...invoice.vatBreakdown, ...invoice.vatBreakdown] };
    for (const syntax of ['ubl-invoice', 'cii'] as const)
      expect(rulesFiring(twice, syntax)).toContain('BR-Z-01');
    expect(standard?.breakdowns).toBe('perRate');
  });
});

describe('what single categories ask besides', () => {
  const of = (category: string): Invoice => {
    const family = vatFamilies.find((candidate) => candidate.category === category);
    if (!family) throw new TypeError(`no VAT family ${category}`);
    return validFor(family);
  };

  it('K asks when and where the goods arrived', () => {
    const { delivery: _, ...nowhere } = of('K');
    for (const syntax of ['ubl-invoice', 'cii'] as const)
      expect(rulesFiring(nowhere, syntax)).toEqual(['BR-IC-11', 'BR-IC-12']);
    expect(rulesFiring({ ...nowhere, period: { end: '2026-02-28' } }, 'cii')).toEqual(['BR-IC-12']);
  });

  it('L allows a rate of 0 in UBL and not in CII', () => {
    const zeroRate = (invoice: Invoice): Invoice => ({
      ...invoice,
      lines: invoice.lines.map((line) => ({ ...line, vatRate: dec('0') })),
    });
    expect(rulesFiring(zeroRate(of('L')), 'ubl-invoice')).not.toContain('BR-AF-05');
    expect(rulesFiring(zeroRate(of('L')), 'cii')).toContain('BR-AF-05');
    expect(rulesFiring(zeroRate(of('M')), 'cii')).not.toContain('BR-AG-05');
  });

  it('O stands alone: in the breakdown, in lines, in allowances and in charges', () => {
    const invoice = of('O');
    const standard = anInvoice();
    const mixed = (change: Partial<Invoice>, syntax: Syntax) =>
      rulesFiring({ ...invoice, ...change }, syntax).filter((id) => /^BR-O-1[1-4]$/.test(id));
    const lines = { lines: [...invoice.lines, ...standard.lines] };
    expect(mixed(lines, 'ubl-invoice')).toEqual(['BR-O-12']);
    expect(mixed(lines, 'cii')).toEqual(['BR-O-11', 'BR-O-12']);
    const vatBreakdown = [...invoice.vatBreakdown, ...standard.vatBreakdown];
    expect(mixed({ vatBreakdown }, 'ubl-invoice')).toEqual(['BR-O-11']);
    const allowances = invoice.allowances.map((item) => ({ ...item, vatCategory: 'S' }));
    expect(mixed({ allowances }, 'ubl-invoice')).toEqual(['BR-O-13']);
    expect(mixed({ allowances }, 'cii')).toEqual(['BR-O-13', 'BR-O-14']);
    expect(mixed({ charges: allowances }, 'ubl-invoice')).toEqual(['BR-O-14']);
  });

  it('a seller without VAT number passes with its tax representative or its tax registration', () => {
    const invoice = anonymous(anInvoice());
    expect(rulesFiring(invoice, 'ubl-invoice')).toEqual(['BR-S-02']);
    const registered = { ...invoice, seller: { ...invoice.seller, taxRegistration: '125' } };
    expect(rulesFiring(registered, 'ubl-invoice')).toEqual([]);
    const represented = {
      ...invoice,
      taxRepresentative: { name: 'Fiscalité', vatIdentifier: 'FR49000000562', address: { country: 'FR' } },
    };
    expect(rulesFiring(represented, 'cii')).toEqual([]);
  });
});
