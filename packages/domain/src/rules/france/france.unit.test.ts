import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../invoice/invoice.js';
import { aLine, anInvoice, anInvoiceOf } from '../../testing/invoice-builder.js';
import { judge } from '../judge.js';
import { france } from './france.js';

const faultsOf = (invoice: Invoice): (readonly [string, string])[] =>
  judge(invoice, { syntax: 'ubl-invoice' }, [france]).map(({ rule, path }) => [rule, path] as const);

const { seller, buyer } = anInvoice();

const sellerWith = (change: Partial<Invoice['seller']>): Invoice =>
  anInvoice({ seller: { name: 'Papeterie du Bocage', identifiers: [], ...change } });

describe('French rules', () => {
  it('accept an invoice as the portal takes it', () => {
    expect(faultsOf(anInvoice())).toEqual([]);
  });

  it.each([
    ['twenty characters', 'F-2026-0042-ABCDEFGH', []],
    ['twenty-one', 'F-2026-0042-ABCDEFGHI', [['BR-FR-CPRO-02', 'number']]],
    ['all the signs allowed', 'aZ9+_/-', []],
    ['a space', 'F 42', [['BR-FR-02', 'number']]],
    ['an accent', 'FÉ42', [['BR-FR-02', 'number']]],
  ])('judge an invoice number of %s', (_, number, expected) => {
    expect(faultsOf(anInvoice({ number }))).toEqual(expected);
  });

  it('leave a missing number to the norm', () => {
    const { number: _, ...nameless } = anInvoice();
    expect(faultsOf(nameless)).toEqual([]);
  });

  it('judge the number of the preceding invoice likewise, and allow one', () => {
    expect(faultsOf(anInvoice({ precedingInvoices: [{ number: 'F 41' }] }))).toEqual([
      ['BR-FR-02', 'precedingInvoices[0].number'],
    ]);
    expect(faultsOf(anInvoice({ precedingInvoices: [{ number: 'F1' }, { number: 'F2' }] }))).toEqual([
      ['BR-FR-CPRO-20', 'precedingInvoices'],
    ]);
  });

  it('want a SIREN, and a SIRET beside it', () => {
    expect(faultsOf(sellerWith({}))).toEqual([['BR-FR-10', 'seller.legalRegistration']]);
    expect(faultsOf(sellerWith({ legalRegistration: { value: '000000125', scheme: '0002' } }))).toEqual([
      ['BR-FR-CPRO-09', 'seller.identifiers'],
    ]);
    expect(faultsOf(sellerWith({ legalRegistration: { value: '00000012500013', scheme: '0002' } }))).toEqual(
      [],
    );
  });

  it('let a foreign seller go without either', () => {
    expect(faultsOf(sellerWith({ identifiers: [{ value: 'DE123456789', scheme: '0223' }] }))).toEqual([]);
  });

  it('want the SIRET of the buyer, wherever senders put it', () => {
    const bare = { name: 'Centre hospitalier de Valmont', identifiers: [] };
    expect(faultsOf(anInvoice({ buyer: bare }))).toEqual([['BR-FR-CPRO-10', 'buyer.identifiers']]);
    for (const place of [
      { identifiers: [{ value: '00000210500013', scheme: '0009' }] },
      { identifiers: [{ value: '00000210500013' }] },
      { legalRegistration: { value: '00000210500013' } },
      { electronicAddress: { value: '00000210500013', scheme: '0009' } },
      { electronicAddress: { value: '000002105_00000210500013_PHARMACIE', scheme: '0225' } },
    ])
      expect(faultsOf(anInvoice({ buyer: { ...bare, ...place } }))).toEqual([]);
  });

  it('tell a SIRET with a wrong check digit, once', () => {
    const identifiers = [{ value: '00000210500014', scheme: '0009' }];
    expect(faultsOf(anInvoice({ buyer: { ...buyer, identifiers } }))).toEqual([
      ['PV-SIRET-MALFORMED', 'buyer.identifiers[0].value'],
    ]);
  });

  it('tell a SIRET of another SIREN', () => {
    const identifiers = [{ value: '00000034900019', scheme: '0009' }];
    expect(faultsOf(anInvoice({ seller: { ...seller, identifiers } }))).toEqual([
      ['BR-FR-09', 'seller.identifiers[0].value'],
    ]);
  });

  it('keep references and texts to what the portal can hold', () => {
    expect(faultsOf(anInvoice({ purchaseOrderReference: 'E'.repeat(51) }))).toEqual([
      ['BR-FR-CPRO-15', 'purchaseOrderReference'],
    ]);
    expect(faultsOf(anInvoice({ contractReference: 'M'.repeat(51) }))).toEqual([
      ['BR-FR-CPRO-14', 'contractReference'],
    ]);
    const item = { name: 'Papier', description: 'd'.repeat(1025), classifications: [], attributes: [] };
    expect(faultsOf(anInvoiceOf([aLine(), aLine({ id: '2', item })]))).toEqual([
      ['PV-TEXT-TOO-LONG', 'lines[1].item.description'],
    ]);
    expect(faultsOf(anInvoice({ paymentTerms: 't'.repeat(1024) }))).toEqual([]);
  });

  it('refuse the framework of subcontractors among firms', () => {
    expect(faultsOf(anInvoice({ businessProcess: 'S5' }))).toEqual([['BR-FR-CPRO-24', 'businessProcess']]);
    expect(faultsOf(anInvoice({ businessProcess: 'S3' }))).toEqual([]);
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
