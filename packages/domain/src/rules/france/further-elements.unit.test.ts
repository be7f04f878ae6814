import { describe, expect, it } from 'vitest';
import { aReformInvoice } from '../../testing/reform-invoice.js';
import { type Evidence, noEvidence, type Stray } from '../evidence.js';
import { judge } from '../judge.js';
import type { Syntax } from '../rule.js';
import { franceAsPublished } from './france.js';

const stray = (
  element: string,
  parent: string,
  text = '',
  children: readonly Stray[] = [],
  attributes: Readonly<Record<string, string>> = {},
): Stray => ({ element, parent, text, children, attributes });

const identifier = (value: string, scheme?: string): Stray =>
  stray('cac:PartyIdentification', 'cac:AgentParty', '', [
    stray('cbc:ID', 'cac:PartyIdentification', value, [], scheme === undefined ? {} : { schemeID: scheme }),
  ]);

const agent = (...children: Stray[]): Stray => ({
  ...stray('cac:AgentParty', 'cac:Party', '', children),
  location: '/Invoice/cac:AccountingSupplierParty/cac:Party/cac:AgentParty',
});

const legal = (value: string): Stray =>
  stray('cac:PartyLegalEntity', 'cac:AgentParty', '', [
    stray('cbc:CompanyID', 'cac:PartyLegalEntity', value, [], { schemeID: '0002' }),
  ]);

const rules = (change: Partial<Evidence>, syntax: Syntax = 'ubl-invoice'): string[] =>
  judge(aReformInvoice(), { syntax, evidence: { ...noEvidence, ...change } }, [franceAsPublished]).map(
    ({ rule }) => rule,
  );

describe('elements beside the terms of the norm', () => {
  it('are accepted when right', () => {
    const right = agent(identifier('00000034900019', '0009'), legal('000000349'));
    expect(rules({ strays: [right] })).toEqual([]);
  });

  it.each<[string, Stray]>([
    ['BR-FR-09', agent(identifier('00000034900019', '0009'), legal('000000125'))],
    ['BR-FR-32-LEGALID', agent(legal('00000034900019'))],
    ['BR-FR-32-ID', agent(identifier('12', '0002'))],
    ['BR-FR-CO-10', agent(identifier('12'))],
    ['BR-FR-CO-10', agent(identifier('12', '0088'), identifier('13', '0088'))],
    ['BR-FR-23', agent(stray('cbc:EndpointID', 'cac:AgentParty', 'a b', [], { schemeID: '0225' }))],
    ['BR-FR-25', agent(stray('cbc:EndpointID', 'cac:AgentParty', 'x'.repeat(126)))],
    [
      'BR-FR-15',
      stray('cac:TaxCategory', 'cac:AllowanceCharge', '', [stray('cbc:ID', 'cac:TaxCategory', 'L')]),
    ],
    [
      'BR-FR-16',
      stray('cac:TaxCategory', 'cac:AllowanceCharge', '', [stray('cbc:Percent', 'cac:TaxCategory', '19')]),
    ],
    ['BR-FR-17', stray('cbc:DocumentDescription', 'cac:AdditionalDocumentReference', 'photo')],
  ])('%s rejects them in UBL', (rule, wrong) => {
    expect(rules({ strays: [wrong] })).toEqual([rule]);
  });

  it('are judged by their own names in CII', () => {
    const children = [
      stray('ram:GlobalID', 'ram:SalesAgentTradeParty', '0000003490001', [], { schemeID: '0009' }),
      stray('ram:GlobalID', 'ram:SalesAgentTradeParty', '12', [], { schemeID: '0231' }),
    ];
    const wrong = stray('ram:SalesAgentTradeParty', 'ram:ApplicableHeaderTradeAgreement', '', children);
    expect(rules({ strays: [wrong] }, 'cii')).toEqual(['BR-FR-09', 'BR-FR-32-GLOBALID']);
  });

  it('say where they stand in the file', () => {
    const evidence = { ...noEvidence, strays: [agent(legal('1'))] };
    const [found] = judge(aReformInvoice(), { syntax: 'ubl-invoice', evidence }, [franceAsPublished]);
    expect(found?.location).toContain('cac:AgentParty');
  });

  it('count the references of lines to earlier invoices', () => {
    const wrong = { number: 'F 1', issueDate: '1999-01-01', typeCode: '325' };
    const line = { objects: [], vatTotals: [], exemption: {}, precedingInvoices: [wrong] };
    const extension = {
      lines: [line],
      serviceCharges: [],
      adjustments: [],
      allowances: [],
      charges: [],
      precedingTypes: ['1'],
    };
    expect(rules({ extension })).toEqual(['BR-FR-02', 'BR-FR-03', 'BR-FR-04', 'BR-FR-04']);
  });
});
