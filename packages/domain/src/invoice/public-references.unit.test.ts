import { describe, expect, it } from 'vitest';
import { anInvoice } from '../testing/invoice-builder.js';
import type { Invoice } from './invoice.js';
import {
  buyerSiretOf,
  engagementNumberOf,
  engagementOrContractOf,
  sellerSirenOf,
  sellerSiretOf,
  serviceCodeOf,
} from './public-references.js';

const seller = (change: Partial<Invoice['seller']>): Invoice =>
  anInvoice({ seller: { identifiers: [], ...change } });

describe('references of the public sector', () => {
  it('are read where both generations of senders put them', () => {
    const invoice = anInvoice();
    expect(buyerSiretOf(invoice)).toBe('00000210500013');
    expect(sellerSiretOf(invoice)).toBe('00000012500013');
    expect(sellerSirenOf(invoice)).toBe('000000125');
    expect(serviceCodeOf(invoice)).toBe('RESTAURATION');
    expect(engagementNumberOf(invoice)).toBe('EJ-2026-0815');
  });

  it('draw the SIREN from the SIRET when only that is given', () => {
    expect(sellerSirenOf(seller({ identifiers: [{ value: '00000034900019', scheme: '0009' }] }))).toBe(
      '000000349',
    );
    expect(sellerSirenOf(seller({}))).toBeUndefined();
  });

  it('take no other number for a SIRET', () => {
    expect(
      sellerSiretOf(seller({ identifiers: [{ value: '00000034900019', scheme: '0088' }] })),
    ).toBeUndefined();
    expect(
      sellerSiretOf(seller({ identifiers: [{ value: '00000034900018', scheme: '0009' }] })),
    ).toBeUndefined();
    expect(
      sellerSiretOf(seller({ legalRegistration: { value: '000000349', scheme: '0002' } })),
    ).toBeUndefined();
  });

  it('prefer the identifier that names itself a SIRET', () => {
    const identifiers = [{ value: '00000034900019' }, { value: '00000012500013', scheme: '0009' }];
    expect(sellerSiretOf(seller({ identifiers }))).toBe('00000012500013');
  });

  it('count blanks as nothing, and the contract for the engagement', () => {
    const invoice = anInvoice({
      buyerReference: '  ',
      purchaseOrderReference: '',
      contractReference: ' M-7 ',
    });
    expect(serviceCodeOf(invoice)).toBeUndefined();
    expect(engagementNumberOf(invoice)).toBeUndefined();
    expect(engagementOrContractOf(invoice)).toBe('M-7');
  });
});
