import { describe, expect, it } from 'vitest';
import { anInvoice } from '../../testing/invoice-builder.js';
import { noEvidence, type Stray } from '../evidence.js';
import { judge } from '../judge.js';
import { france } from './france.js';

const element = (
  name: string,
  parent: string,
  text = '',
  children: readonly Stray[] = [],
  schemeID?: string,
): Stray => ({
  element: name,
  parent,
  text,
  children,
  attributes: schemeID === undefined ? {} : { schemeID },
});

const agentName = 'ram:SalesAgentTradeParty';
const agent = (...children: Stray[]): Stray =>
  element(agentName, 'ram:ApplicableHeaderTradeAgreement', '', children);
const identifier = (value: string, scheme: string): Stray =>
  element('ram:GlobalID', agentName, value, [], scheme);
const siren = element('ram:SpecifiedLegalOrganization', agentName, '', [
  element('ram:ID', 'ram:SpecifiedLegalOrganization', '000000349', [], '0002'),
]);
const siret = identifier('00000034900019', '0009');
const contact = element('ram:DefinedTradeContact', agentName);
const placeOf = (id: string): Stray =>
  element('ram:ShipToTradeParty', 'ram:SpecifiedLineTradeDelivery', '', [
    element('ram:ID', 'ram:ShipToTradeParty', id),
  ]);

const found = (stray: Stray | undefined, businessProcess = 'A1'): string[] =>
  judge(
    anInvoice({ businessProcess }),
    { syntax: 'cii', evidence: { ...noEvidence, strays: stray ? [stray] : [] } },
    [france],
  )
    .filter(({ rule }) => rule.startsWith('BR-FR-CPRO'))
    .map(({ rule, severity }) => `${rule} ${severity}`);

describe('what Chorus Pro asks of the extension', () => {
  it('knows the intermediary of the seller by its SIRET, or as a structure without', () => {
    expect(found(agent(siren, siret))).toEqual([]);
    expect(found(agent(identifier('DE123456789', '0223')))).toEqual([]);
    expect(found(agent(siren, identifier('DE123456789', '0223')))).toEqual(['BR-FR-CPRO-18 fatal']);
    expect(found(agent())).toEqual(['BR-FR-CPRO-18 fatal']);
  });

  it('tells who is paid directly that the holder of the contract is not named', () => {
    expect(found(undefined, 'S3')).toEqual(['BR-FR-CPRO-21 warning']);
    expect(found(agent(siren, siret), 'S6')).toEqual([]);
  });

  it('keeps one contact of the intermediary', () => {
    expect(found(agent(siren, siret, contact))).toEqual([]);
    expect(found(agent(siren, siret, contact, contact))).toEqual(['BR-FR-CPRO-28 fatal']);
  });

  it('keeps the place of delivery of a line to twenty characters', () => {
    expect(found(placeOf('x'.repeat(20)))).toEqual([]);
    expect(found(placeOf('x'.repeat(21)))).toEqual(['BR-FR-CPRO-40 fatal']);
  });
});
