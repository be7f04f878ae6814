import type { Identifier, Invoice } from '../../invoice/invoice.js';
import type { Place } from '../place.js';
import { eachBuyerIdentifier, eachSellerIdentifier, maybe } from '../places.js';
import type { Judged } from '../rule.js';
import { textAt } from './fields.js';

/** ISO 6523 schemes of French identifiers (en16931: XP Z12-012). */
export const schemes = {
  siren: '0002',
  siret: '0009',
  foreignVat: '0223',
  routingCode: '0224',
  electronicAddress: '0225',
  person: '0226',
  outsideUnion: '0227',
  ridet: '0228',
  tahiti: '0229',
  singleTaxpayer: '0231',
} as const;

/** A party of the model by its French duties, with the terms its identifiers have. */
export interface PartyTerms {
  readonly path: 'seller' | 'buyer' | 'payee';
  readonly identifiers: string;
  readonly legalRegistration: string;
}

export const sellerTerms: PartyTerms = {
  path: 'seller',
  identifiers: 'BT-29',
  legalRegistration: 'BT-30',
};
export const buyerTerms: PartyTerms = { path: 'buyer', identifiers: 'BT-46', legalRegistration: 'BT-47' };
export const payeeTerms: PartyTerms = { path: 'payee', identifiers: 'BT-60', legalRegistration: 'BT-61' };

export const everyParty: readonly PartyTerms[] = [sellerTerms, buyerTerms, payeeTerms];

/** The identifiers of a party (BT-29, BT-46, BT-60), each with its place. */
export const identifiersOf = ({ path }: PartyTerms, invoice: Invoice): Place<Identifier>[] =>
  eachIdentifierOf[path](invoice);

const eachIdentifierOf: Readonly<Record<PartyTerms['path'], (invoice: Invoice) => Place<Identifier>[]>> = {
  seller: eachSellerIdentifier,
  buyer: eachBuyerIdentifier,
  payee: ({ payee }) => maybe(payee?.identifier, 'payee.identifier'),
};

export const registrationOf = ({ path }: PartyTerms, invoice: Invoice): Identifier | undefined =>
  invoice[path]?.legalRegistration;

/** The legal registration in the scheme of the SIREN, as written. */
export const writtenSirenOf = (party: PartyTerms, { invoice, context }: Judged): string | undefined => {
  const registration = registrationOf(party, invoice);
  return registration?.scheme === schemes.siren
    ? textAt(context, `${party.path}.legalRegistration.value`, registration.value)
    : undefined;
};

export const isSiren = (text: string): boolean => /^\d{9}$/.test(text.trim());

export const isSiretByShape = (text: string): boolean => /^\d{14}$/.test(text);
