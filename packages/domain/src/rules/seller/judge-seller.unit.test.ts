import { describe, expect, it } from 'vitest';
import type { PastIdentifier, StructureIdentifier } from '../../directory/structure-identifier.js';
import type { Identifier, Invoice } from '../../invoice/invoice.js';
import { anInvoice } from '../../testing/invoice-builder.js';
import { judgeSeller } from './judge-seller.js';

const today = '2026-03-02';

const sold = (...identifiers: readonly Identifier[]): Invoice => {
  const { legalRegistration, electronicAddress, vatIdentifier, ...seller } = anInvoice().seller;
  return { ...anInvoice(), seller: { ...seller, identifiers } };
};

const by = (identifier: StructureIdentifier, ...past: readonly PastIdentifier[]) => ({
  identifier,
  name: 'Papeterie du Bocage',
  past,
});

const siret = (value: string): StructureIdentifier => ({ type: 'SIRET', value });
const stationer = siret('00000012500013');
const elsewhere: Identifier = { value: '00000034900019', scheme: '0009' };

const left = (value: string, acceptedUntil: string): PastIdentifier => ({
  identifier: siret(value),
  leftOn: '2026-01-01',
  acceptedUntil,
});

describe('the seller of an invoice', () => {
  it.each([
    ['SIRET', '00000012500013', { value: '000 000 125 00013', scheme: '0009' }],
    ['SIRET', '00000012500021', { value: '00000012500013', scheme: '0009' }],
    ['UE_HORS_FRANCE', 'BE0428759497', { value: 'BE 0428.759.497', scheme: '0223' }],
    ['HORS_UE', 'CHHORLOGERIE DU L', { value: 'CHHorlogerie du L', scheme: '0227' }],
    ['RIDET', '0123456001', { value: '0123456001', scheme: '0228' }],
    ['TAHITI', 'A12345001', { value: 'A12345001', scheme: '0229' }],
    ['PARTICULIER', '1850375011MARTINPAUL', { value: '1850375011MARTINPAUL', scheme: '0226' }],
    ['AUTRE', 'En cours 17', { value: 'En cours 17' }],
  ] as const)('is known by its %s', (type, value, written) => {
    expect(judgeSeller(sold(written), by({ type, value }), today)).toEqual([]);
  });

  it('from the Union is known by its VAT number as well', () => {
    const invoice = sold();
    const seller = { ...invoice.seller, vatIdentifier: 'BE0428759497' };
    const depositor = by({ type: 'UE_HORS_FRANCE', value: 'BE0428759497' });
    expect(judgeSeller({ ...invoice, seller }, depositor, today)).toEqual([]);
  });

  it('is another where the identifier stands in another scheme', () => {
    const depositor = by({ type: 'RIDET', value: '0123456001' });
    const faults = judgeSeller(sold({ value: '0123456001', scheme: '0229' }), depositor, today);
    expect(faults).toMatchObject([
      { rule: 'PV-SELLER-MISMATCH', severity: 'fatal', values: { expected: '0123456001' } },
    ]);
  });

  it('is another than whoever deposits', () => {
    expect(judgeSeller(sold(elsewhere), by(stationer), today)).toMatchObject([
      { rule: 'PV-SELLER-MISMATCH', values: { found: elsewhere.value, supplier: 'Papeterie du Bocage' } },
    ]);
    expect(judgeSeller(sold(), undefined, today)).toMatchObject([{ rule: 'PV-SELLER-MISMATCH' }]);
  });

  it('may bear the identifier it has left until the last day, with a word about the new one', () => {
    const faults = judgeSeller(sold(elsewhere), by(stationer, left(elsewhere.value, today)), today);
    expect(faults).toMatchObject([
      {
        rule: 'PV-SELLER-MOVED',
        severity: 'warning',
        values: { found: elsewhere.value, now: stationer.value, until: today },
      },
    ]);
  });

  it('is refused afterwards, with the new identifier at hand', () => {
    const faults = judgeSeller(sold(elsewhere), by(stationer, left(elsewhere.value, '2026-03-01')), today);
    expect(faults).toMatchObject([
      {
        rule: 'PV-SELLER-MOVED',
        severity: 'fatal',
        patch: { path: 'seller.identifiers[0].value', from: elsewhere.value, to: stationer.value },
      },
    ]);
    expect(faults[0]?.values).not.toHaveProperty('until');
  });
});
