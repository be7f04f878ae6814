import { describe, expect, it } from 'vitest';
import { Decimal } from '../../amount/decimal.js';
import type { DirectoryEntry } from '../../directory/directory-entry.js';
import { type Engagement, engagementStateOn, isMadeWith } from '../../directory/engagement.js';
import { nearNumbers } from '../../directory/near-numbers.js';
import { parseSiret, type Siret } from '../../directory/siret.js';
import type { Invoice } from '../../invoice/invoice.js';
import { aCreditNote, anInvoice } from '../../testing/invoice-builder.js';
import { explainFault } from '../explain-fault.js';
import { engagementRuleIds, judgeEngagement, type KnownEngagements } from './judge-engagement.js';

const siretOf = (digits: string): Siret => {
  const siret = parseSiret(digits);
  if (!siret.ok) throw new TypeError(`not a SIRET: ${digits}`);
  return siret.value;
};

const papeterie = ['000000125'];
const stranger = ['000003202'];

const hospital: DirectoryEntry = {
  structureId: 's1',
  siret: siretOf('00000210500013'),
  name: 'Centre hospitalier de Valmont',
  kind: 'hospital',
  town: 'Valmont',
  active: true,
  requirements: { serviceCode: false, engagementNumber: false, serviceCodeOrEngagementNumber: false },
  services: [{ code: 'PHARMACIE', name: 'Pharmacie', active: true }],
  reportsPayment: true,
};

const engagement = (change: Partial<Engagement> = {}): Engagement => ({
  recipientId: 's1',
  number: '4500012345',
  label: 'Fournitures de bureau',
  supplierIdentifier: '00000012500013',
  supplierName: 'Papeterie du Bocage',
  currency: 'EUR',
  source: 'file',
  closed: false,
  updatedAt: new Date(0),
  ...change,
});

const bearing = (number: string | undefined, change: Partial<Invoice> = {}): Invoice => {
  const { purchaseOrderReference: _, buyerReference: __, ...bare } = anInvoice();
  return { ...bare, ...(number !== undefined && { purchaseOrderReference: number }), ...change };
};

const ask = (
  invoice: Invoice,
  change: Partial<KnownEngagements> = {},
  { supplierKeys = papeterie, recipient = hospital } = {},
) =>
  judgeEngagement({
    invoice,
    recipient,
    supplierKeys,
    known: {
      settings: { check: 'enforce', acceptsExcess: true },
      any: true,
      named: engagement(),
      ofSupplier: [],
      ...change,
    },
  });

/** `named` left out. */
const askUnknown = (
  number: string,
  ofSupplier: readonly Engagement[],
  recipient = hospital,
  check: 'none' | 'enforce' = 'enforce',
) =>
  judgeEngagement({
    invoice: bearing(number),
    recipient,
    supplierKeys: papeterie,
    known: { settings: { check, acceptsExcess: true }, any: true, ofSupplier },
  });

describe('an invoice held against its engagement', () => {
  it('passes when the engagement is open and made with its supplier, at any establishment', () => {
    expect(ask(bearing('4500012345'))).toEqual([]);
    expect(
      ask(bearing('4500012345'), { named: engagement({ supplierIdentifier: '000 000 125 00021' }) }),
    ).toEqual([]);
  });

  it('is left alone without a number, without engagements here, and where the recipient does not check', () => {
    expect(ask(bearing(undefined))).toEqual([]);
    expect(ask(bearing('1'), { any: false })).toEqual([]);
    expect(ask(bearing('1'), { settings: { check: 'none', acceptsExcess: true } })).toEqual([]);
  });

  it('is told of an unknown number with the nearest of its own, and the mend where only spaces differ', () => {
    const [near] = askUnknown('4500012354', [engagement({ number: '9' }), engagement()]);
    expect(near).toMatchObject({
      rule: 'PV-ENGAGEMENT-UNKNOWN',
      severity: 'fatal',
      values: { found: '4500012354', near: '4500012345' },
      choices: [{ value: '4500012345', label: '4500012345 · Fournitures de bureau' }],
    });
    expect(near?.patch).toBeUndefined();
    const [alike] = askUnknown('45000 12345', [engagement()]);
    expect(alike?.patch).toEqual({ path: 'purchaseOrderReference', from: '45000 12345', to: '4500012345' });
  });

  it('is shown its open engagements where none is near, and never closed ones', () => {
    const [fault] = askUnknown('ABC', [engagement(), engagement({ number: '77', closed: true })]);
    expect(fault?.choices?.map(({ value }) => value)).toEqual(['4500012345']);
  });

  it('is warned only, where the recipient advises', () => {
    const advising = { settings: { check: 'advise', acceptsExcess: false } } as const;
    expect(ask(bearing('4500012345'), { ...advising, named: engagement({ closed: true }) })).toMatchObject([
      { rule: 'PV-ENGAGEMENT-CLOSED', severity: 'warning' },
    ]);
  });

  it('learns nothing of an engagement made with another, but that it is another’s', () => {
    const faults = ask(
      bearing('4500012345'),
      { named: engagement({ closed: true, amountLeft: Decimal.of('1.00'), serviceCode: 'PHARMACIE' }) },
      { supplierKeys: stranger },
    );
    expect(faults.map(({ rule }) => rule)).toEqual(['PV-ENGAGEMENT-OTHER-SUPPLIER']);
    expect(Object.keys(faults[0]?.values ?? {}).sort()).toEqual(['found', 'recipient']);
    expect(JSON.stringify(faults)).not.toMatch(/Bocage|00000012500013|PHARMACIE|1\.00/);
  });

  it('is told the service that ordered', () => {
    const named = engagement({ serviceCode: 'PHARMACIE' });
    expect(ask(bearing('4500012345', { buyerReference: 'VOIRIE' }), { named })).toMatchObject([
      {
        rule: 'PV-ENGAGEMENT-OTHER-SERVICE',
        path: 'buyerReference',
        values: { expected: 'PHARMACIE', service: 'Pharmacie', found: 'VOIRIE' },
        choices: [{ value: 'PHARMACIE', label: 'Pharmacie' }],
      },
    ]);
    expect(ask(bearing('4500012345', { buyerReference: 'pharmacie' }), { named })).toEqual([]);
    expect(ask(bearing('4500012345'), { named })).toEqual([]);
  });

  it('is told when the engagement begins and ends', () => {
    const named = engagement({ validFrom: '2026-04-01', validUntil: '2026-12-31' });
    expect(ask(bearing('4500012345'), { named })).toMatchObject([
      {
        rule: 'PV-ENGAGEMENT-NOT-VALID',
        values: { issued: '2026-03-02', from: '2026-04-01', until: '2026-12-31' },
      },
    ]);
    expect(ask(bearing('4500012345', { issueDate: '2026-12-31' }), { named })).toEqual([]);
  });

  it('says how much is left and how much is asked, to the cent', () => {
    const named = engagement({ amountLeft: Decimal.of('119.99') });
    const [fault] = ask(bearing('4500012345'), { named });
    expect(fault).toMatchObject({
      rule: 'PV-ENGAGEMENT-EXCEEDED',
      severity: 'warning',
      values: { excess: '0.01' },
    });
    const said = fault && explainFault(fault, 'fr').message.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(said).toBe("Il reste 119,99 € sur l'engagement 4500012345 ; la facture demande 120,00 €.");
    expect(ask(bearing('4500012345'), { named: engagement({ amountLeft: Decimal.of('120') }) })).toEqual([]);
  });

  it('is refused beyond the amount left where the recipient says so', () => {
    const strict = { settings: { check: 'enforce', acceptsExcess: false } } as const;
    expect(
      ask(bearing('4500012345'), { ...strict, named: engagement({ amountLeft: Decimal.of('1') }) }),
    ).toMatchObject([{ rule: 'PV-ENGAGEMENT-EXCEEDED', severity: 'fatal' }]);
  });

  it('uses nothing up as a credit note, nor in another currency', () => {
    const named = engagement({ amountLeft: Decimal.of('1') });
    expect(ask(aCreditNote({ purchaseOrderReference: '4500012345' }), { named })).toEqual([]);
    expect(ask(bearing('4500012345', { currency: 'USD' }), { named })).toEqual([]);
  });

  it('must bear a known number for the State, whatever its setting', () => {
    const state: DirectoryEntry = { ...hospital, kind: 'state' };
    expect(askUnknown('1', [], state, 'none')).toMatchObject([
      { rule: 'PV-ENGAGEMENT-UNKNOWN', severity: 'fatal' },
    ]);
    const known = {
      settings: { check: 'none', acceptsExcess: true },
      named: engagement({ closed: true }),
    } as const;
    expect(ask(bearing('4500012345'), known, { recipient: state })).toEqual([]);
  });

  it('has no rule that the cases above do not reach', () => {
    expect(engagementRuleIds).toHaveLength(6);
  });
});

describe('an engagement', () => {
  it('is open between its two days, both included', () => {
    const period = { closed: false, validFrom: '2026-01-01', validUntil: '2026-12-31' };
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'];
    expect(days.map((day) => engagementStateOn(period, day))).toEqual(['notYet', 'open', 'open', 'expired']);
    expect(engagementStateOn({ ...period, closed: true }, '2026-05-01')).toBe('closed');
  });

  it('is anyone’s when it names nobody, and of foreign suppliers by the whole of their identifier', () => {
    expect(isMadeWith({}, stranger)).toBe(true);
    const foreign = ['BE0123456749'];
    expect(isMadeWith({ supplierIdentifier: 'be 0123.456.749' }, foreign)).toBe(true);
    expect(isMadeWith({ supplierIdentifier: 'BE0123456748' }, foreign)).toBe(false);
  });
});

describe('numbers that look alike', () => {
  it('come nearest first, none more than two slips away', () => {
    const known = ['12345', '12346', '99999', '1234', '123456789'].map((number) => ({ number }));
    expect(nearNumbers('12 346', known).map(({ number }) => number)).toEqual(['12346', '12345', '1234']);
  });
});
