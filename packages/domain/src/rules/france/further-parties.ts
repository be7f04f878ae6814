import type { Stray } from '../evidence.js';
import type { Place } from '../place.js';
import { isCii, type Judged } from '../rule.js';
import { childIn } from '../written-file.js';

/** Agents, payers, invoicers and invoicees: parties that EN 16931 does not know, and rules of the reform do. */
const partyNames: readonly string[] = [
  'ram:BuyerAgentTradeParty',
  'ram:SalesAgentTradeParty',
  'ram:PayerTradeParty',
  'ram:InvoiceeTradeParty',
  'ram:InvoicerTradeParty',
  'cac:AgentParty',
  'cac:PayerParty',
  'cac:ServiceProviderParty',
];

export interface FurtherParty {
  readonly place: Place<Stray>;
  readonly identifiers: readonly Stray[];
  readonly legalRegistration: Stray | undefined;
  readonly address: Stray | undefined;
}

/** Rules of what EN 16931 does not know have nothing to find where the file holds nothing else. */
export const hasFurtherElements = ({ file }: Judged): boolean => file.hasStrays;

/** Each of them, wherever it stands. */
export const furtherParties = ({ file, context }: Judged): FurtherParty[] =>
  partyNames.flatMap((name) => file.strays(name).map((place) => partyAt(place, isCii(context))));

const partyAt = (place: Place<Stray>, cii: boolean): FurtherParty => {
  const { item } = place;
  const party = (item.element === 'cac:ServiceProviderParty' && childIn(item, 'cac:Party')) || item;
  const all = (name: string): Stray[] => party.children.filter(({ element }) => element === name);
  return {
    place,
    identifiers: cii
      ? all('ram:GlobalID')
      : all('cac:PartyIdentification').flatMap(({ children }) =>
          children.filter(({ element }) => element === 'cbc:ID'),
        ),
    legalRegistration: cii
      ? childIn(party, 'ram:SpecifiedLegalOrganization', 'ram:ID')
      : childIn(party, 'cac:PartyLegalEntity', 'cbc:CompanyID'),
    address: cii
      ? childIn(party, 'ram:URIUniversalCommunication', 'ram:URIID')
      : childIn(party, 'cbc:EndpointID'),
  };
};

export const schemeOf = ({ attributes }: Stray): string | undefined => attributes.schemeID;

/** The intermediary of the seller: to whoever is paid directly, the holder of the contract. */
export const sellersAgents = (judged: Judged): FurtherParty[] =>
  furtherParties(judged).filter(
    ({ place: { item, location = '' } }) =>
      item.element === 'ram:SalesAgentTradeParty' ||
      (item.element === 'cac:AgentParty' && location.includes('AccountingSupplierParty')),
  );
