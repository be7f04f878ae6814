import { parseSiret, type Siren, type Siret, sirenOf } from '../directory/siret.js';
import type { Identifier, Invoice } from './invoice.js';

/**
 * Where a French invoice to the public sector carries its references. Two generations live side by side: the Chorus
 * Pro profiles and XP Z12-012. Both are read; the newer place wins.
 */

const SIREN = '0002';
const SIRET = '0009';
const ROUTING_CODE = '0224';

/** The buyer's SIRET: BT-46 (0009), or BT-47, or BT-46 without scheme, or the electronic address BT-49. */
export const buyerSiretOf = ({ buyer }: Invoice): Siret | undefined =>
  firstSiret([
    ...withScheme(buyer.identifiers, SIRET),
    ...siretsAmong(buyer.legalRegistration),
    ...withoutScheme(buyer.identifiers),
    ...siretsInAddress(buyer.electronicAddress),
  ]);

/** The seller's SIRET: BT-29 (0009), or BT-30, or BT-29 without scheme, or the electronic address BT-34. */
export const sellerSiretOf = ({ seller }: Invoice): Siret | undefined =>
  firstSiret([
    ...withScheme(seller.identifiers, SIRET),
    ...siretsAmong(seller.legalRegistration),
    ...withoutScheme(seller.identifiers),
    ...siretsInAddress(seller.electronicAddress),
  ]);

/** The seller's SIREN: BT-30 (0002), or the first nine digits of its SIRET. */
export const sellerSirenOf = (invoice: Invoice): Siren | undefined => {
  const registration = digitsOf(invoice.seller.legalRegistration?.value);
  if (/^\d{9}$/.test(registration)) return registration as Siren;
  const siret = sellerSiretOf(invoice);
  return siret && sirenOf(siret);
};

/** The recipient's service: BT-46 of scheme 0224 (XP Z12-012), else BT-10 (Chorus Pro). */
export const serviceCodeOf = (invoice: Invoice): string | undefined =>
  textOf(routingCodeOf(invoice)?.value) ?? textOf(invoice.buyerReference);

/** The place of the service code in the invoice model, where it is or where it is missed. */
export const serviceCodePath = (invoice: Invoice): string => {
  const index = invoice.buyer.identifiers.findIndex(({ scheme }) => scheme === ROUTING_CODE);
  return index < 0 ? 'buyerReference' : `buyer.identifiers[${index}].value`;
};

/** Numéro d'engagement juridique: BT-13. */
export const engagementNumberOf = (invoice: Invoice): string | undefined =>
  textOf(invoice.purchaseOrderReference);

/** What may stand in for the engagement number: it, or the contract's (numéro de marché, BT-12). */
export const engagementOrContractOf = (invoice: Invoice): string | undefined =>
  engagementNumberOf(invoice) ?? textOf(invoice.contractReference);

const routingCodeOf = ({ buyer }: Invoice): Identifier | undefined =>
  buyer.identifiers.find(({ scheme }) => scheme === ROUTING_CODE);

const firstSiret = (candidates: readonly string[]): Siret | undefined => {
  for (const candidate of candidates) {
    const siret = parseSiret(candidate);
    if (siret.ok) return siret.value;
  }
  return undefined;
};

const withScheme = (identifiers: readonly Identifier[], wanted: string): string[] =>
  identifiers.filter(({ scheme }) => scheme === wanted).map(({ value }) => value);

const withoutScheme = (identifiers: readonly Identifier[]): string[] =>
  identifiers.filter(({ scheme }) => !scheme?.trim()).map(({ value }) => value);

/** Older files give the SIRET as legal registration, with the scheme of the SIREN, of the SIRET or none. */
const siretsAmong = (registration: Identifier | undefined): string[] =>
  registration && [SIREN, SIRET, ''].includes(registration.scheme?.trim() ?? '') ? [registration.value] : [];

/** `SIREN_SIRET` or `SIREN_SIRET_service` (scheme 0225), or the SIRET alone (0009). */
const siretsInAddress = (address: Identifier | undefined): string[] => {
  if (address?.scheme === SIRET) return [address.value];
  return address?.scheme === '0225' ? address.value.split('_').slice(1, 2) : [];
};

const digitsOf = (text: string | undefined): string => (text ?? '').replaceAll(/\s/g, '');

const textOf = (text: string | undefined): string | undefined => text?.trim() || undefined;
