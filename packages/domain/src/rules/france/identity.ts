import { parseSiret, sirenOf } from '../../directory/siret.js';
import type { Identifier, Invoice } from '../../invoice/invoice.js';
import { buyerSiretOf, sellerSirenOf, sellerSiretOf } from '../../invoice/public-references.js';
import type { FaultPatch } from '../fault.js';
import type { Place } from '../place.js';
import { eachItemIdentifier, maybe } from '../places.js';
import { figures } from '../presence.js';
import { type Finding, isCii, isUbl, type Judged, type Rule, rule } from '../rule.js';
import { normalised, textAt } from './fields.js';
import {
  buyerTerms,
  everyParty,
  identifiersOf,
  isSiren,
  isSiretByShape,
  type PartyTerms,
  payeeTerms,
  registrationOf,
  schemes,
  sellerTerms,
  writtenSirenOf,
} from './party-identifiers.js';

/** Structures that the French register of firms does not know. */
const schemesWithoutSiren: readonly string[] = [
  schemes.foreignVat,
  schemes.person,
  schemes.outsideUnion,
  schemes.ridet,
  schemes.tahiti,
];

const isForeign = (party: PartyTerms, invoice: Invoice): boolean =>
  identifiersOf(party, invoice).some(({ item: { scheme = '' } }) => schemesWithoutSiren.includes(scheme));

/** Even a wrong one: PV-SIRET-MALFORMED and BR-FR-09 tell about it. */
const writesSiret = (party: PartyTerms, invoice: Invoice): boolean =>
  identifiersOf(party, invoice).some(({ item }) => item.scheme === schemes.siret);

/** Where the seller's SIREN must stand and stands otherwise, it may follow from the SIRET that stands there. */
const sirenOfSiretIn = (text: string): Omit<FaultPatch, 'path'> | undefined => {
  const siret = parseSiret(text);
  return siret.ok ? { from: text, to: sirenOf(siret.value) } : undefined;
};

const sellerIsKnown = rule({
  id: 'BR-FR-10',
  terms: ['BT-30'],
  path: 'seller.legalRegistration',
  holds: ({ invoice }) => isForeign(sellerTerms, invoice) || sellerSirenOf(invoice) !== undefined,
  values: (judged) => figures({ written: writtenSirenOf(sellerTerms, judged) }),
});

const sellerIsOfKnownKind = rule({
  id: 'BR-FR-CPRO-03',
  terms: ['BT-29'],
  path: 'seller.identifiers',
  holds: ({ invoice }) =>
    isForeign(sellerTerms, invoice) ||
    writesSiret(sellerTerms, invoice) ||
    sellerSirenOf(invoice) !== undefined,
});

/** UBL looks into the legal entity that is there; CII asks even where there is none. */
const sirenStandsInItsPlace = rule({
  id: 'BR-FR-10',
  terms: ['BT-30'],
  speaks: isCii,
  check: sirenMissing,
});

const sirenStandsInLegalEntity = rule({
  id: 'BR-FR-10',
  terms: ['BT-30'],
  speaks: isUbl,
  check: (judged) => {
    const { name, legalRegistration, additionalLegalInformation } = judged.invoice.seller;
    return (name ?? legalRegistration ?? additionalLegalInformation) === undefined
      ? []
      : sirenMissing(judged);
  },
});

function sirenMissing(judged: Judged): Finding[] {
  const siren = writtenSirenOf(sellerTerms, judged);
  // Told already: nobody knows the seller.
  if ((siren !== undefined && isSiren(siren)) || sellerIsUnknown(judged)) return [];
  return [{ path: 'seller.legalRegistration', values: figures({ written: siren }) }];
}

const sellerIsUnknown = (judged: Judged): boolean => [...sellerIsKnown.findings(judged)].length > 0;

const buyerSirenBetweenFirms = (isBetweenFirms: (judged: Judged) => boolean): Rule =>
  rule({
    id: 'BR-FR-11',
    terms: ['BT-47'],
    path: 'buyer.legalRegistration',
    holds: (judged) => !isBetweenFirms(judged) || isSiren(writtenSirenOf(buyerTerms, judged) ?? ''),
    values: (judged) => figures({ written: writtenSirenOf(buyerTerms, judged) }),
  });

const siretBesideSiren = (id: string, party: PartyTerms, isIdentified: (invoice: Invoice) => boolean): Rule =>
  rule({
    id,
    terms: [party.identifiers],
    path: party.path === 'payee' ? 'payee.identifier' : `${party.path}.identifiers`,
    holds: ({ invoice }) => isIdentified(invoice) || writesSiret(party, invoice),
  });

const payeeHasItsIdentifier = siretBesideSiren(
  'BR-FR-CPRO-17',
  payeeTerms,
  (invoice) =>
    registrationOf(payeeTerms, invoice)?.scheme !== schemes.siren ||
    isForeign(payeeTerms, invoice) ||
    parseSiret(registrationOf(payeeTerms, invoice)?.value ?? '').ok,
);

const siretIsWellFormed = (party: PartyTerms): Rule =>
  rule({
    id: 'PV-SIRET-MALFORMED',
    terms: [party.identifiers],
    *check({ invoice }) {
      for (const { item, path } of identifiersOf(party, invoice))
        if (item.scheme === schemes.siret && !parseSiret(item.value).ok)
          yield { path: `${path}.value`, values: { found: item.value } };
    },
  });

/** The first SIRET of a party, as written. */
const firstSiretOf = (party: PartyTerms, { invoice, context }: Judged): Place<string> | undefined => {
  const found = identifiersOf(party, invoice).find(({ item }) => item.scheme === schemes.siret);
  if (!found) return undefined;
  const path = `${found.path}.value`;
  return { path, item: textAt(context, path, found.item.value) ?? '' };
};

const siretBelongsToSiren = (party: PartyTerms): Rule =>
  rule({
    id: 'BR-FR-09',
    terms: [party.identifiers, party.legalRegistration],
    check: (judged) => {
      const siret = firstSiretOf(party, judged);
      const siren = writtenSirenOf(party, judged);
      if (!siret || siren === undefined || siret.item.startsWith(sirenWithin(siren))) return [];
      return [{ path: siret.path, values: { found: siret.item, siren } }];
    },
  });

/** Senders write the SIRET where the SIREN belongs: it names the firm as well. */
const sirenWithin = (registration: string): string => registration.trim().slice(0, 9);

/** As published: fourteen digits without a space, and the SIREN itself beside them. A payee may go without. */
const siretStandsBesideItsSiren = (party: PartyTerms): Rule =>
  rule({
    id: 'BR-FR-09',
    terms: [party.identifiers, party.legalRegistration],
    check: (judged) => {
      const siret = firstSiretOf(party, judged);
      if (!siret || [...siretBelongsToSiren(party).findings(judged)].length > 0) return [];
      const siren =
        writtenSirenOf(party, judged) || (party.path === 'payee' ? siret.item.slice(0, 9) : undefined);
      if (isSiretByShape(siret.item) && siret.item.slice(0, 9) === siren) return [];
      return [{ path: siret.path, values: { found: siret.item, ...(siren && { siren }) } }];
    },
  });

const deliveryIdentifier = ({ delivery }: Invoice): Place<Identifier>[] =>
  maybe(delivery?.location, 'delivery.location');

const placeOfDelivery = rule({
  id: 'BR-FR-09',
  terms: ['BT-71'],
  *check({ invoice, context }) {
    for (const { item, path } of deliveryIdentifier(invoice)) {
      const found = textAt(context, `${path}.value`, item.value) ?? '';
      if (item.scheme === schemes.siret && !isSiretByShape(found))
        yield { path: `${path}.value`, values: { found } };
    }
  },
});

const legalSirens = rule({
  id: 'BR-FR-32-LEGALID',
  terms: ['BT-30', 'BT-47', 'BT-61'],
  *check(judged) {
    for (const party of everyParty) {
      const found = writtenSirenOf(party, judged);
      if (found === undefined || isSiren(normalised(found))) continue;
      const path = `${party.path}.legalRegistration.value`;
      const mend = sirenOfSiretIn(found);
      yield { path, values: { found }, ...(mend && { patch: { path, ...mend } }) };
    }
  },
});

const schemesOfNineDigits: readonly string[] = [schemes.siren, schemes.singleTaxpayer];

const partyIdentifiers = (invoice: Invoice): Place<Identifier>[] =>
  everyParty.flatMap((party) => identifiersOf(party, invoice));

/** In CII every identifier of the document with a scheme, places of delivery and articles included. */
const globalIdentifiers = (invoice: Invoice): Place<Identifier>[] => {
  const all = [...partyIdentifiers(invoice), ...deliveryIdentifier(invoice)];
  for (const place of eachItemIdentifier(invoice)) all.push(place);
  return all;
};

const sirensAmong = (
  id: string,
  speaks: NonNullable<Rule['speaks']>,
  each: (invoice: Invoice) => Place<Identifier>[],
): Rule =>
  rule({
    id,
    terms: ['BT-29', 'BT-46', 'BT-60'],
    speaks,
    *check({ invoice, context }) {
      for (const { item, path } of each(invoice)) {
        if (!schemesOfNineDigits.includes(item.scheme ?? '')) continue;
        const found = textAt(context, `${path}.value`, item.value) ?? '';
        if (!isSiren(normalised(found))) yield { path: `${path}.value`, values: { found } };
      }
    },
  });

/** UBL tells an identifier without scheme; CII keeps those in an element of their own, where none is asked. */
const identifiersHaveSchemes = rule({
  id: 'BR-FR-CO-10',
  terms: ['BT-29', 'BT-46', 'BT-60', 'BT-71'],
  speaks: isUbl,
  *check({ invoice }) {
    for (const { item, path } of [...partyIdentifiers(invoice), ...deliveryIdentifier(invoice)])
      if (item.scheme === undefined) yield { path: `${path}.scheme`, values: { found: item.value } };
  },
});

const schemesOccurOnce = (party: PartyTerms): Rule =>
  rule({
    id: 'BR-FR-CO-10',
    terms: [party.identifiers],
    check: ({ invoice }) => {
      const identifiers = identifiersOf(party, invoice).filter(({ item }) => item.scheme !== undefined);
      const again = identifiers.find(
        ({ item }, index) => identifiers.findIndex((other) => other.item.scheme === item.scheme) < index,
      );
      return again ? [{ path: again.path, values: { found: again.item.scheme ?? '' } }] : [];
    },
  });

/** How the structures of Chorus Pro that have no SIRET are named in BT-29. */
const structureForms: readonly {
  readonly id: string;
  readonly scheme: string;
  readonly form: RegExp;
}[] = [
  { id: 'BR-FR-CPRO-04', scheme: schemes.foreignVat, form: /^.{1,18}$/u },
  // Sex, year, month and place of birth as ten digits, then names without spaces.
  { id: 'BR-FR-CPRO-05', scheme: schemes.person, form: /^\d{10}.{0,70}$/u },
  { id: 'BR-FR-CPRO-06', scheme: schemes.outsideUnion, form: /^[A-Z]{2}.{1,16}$/u },
  { id: 'BR-FR-CPRO-07', scheme: schemes.ridet, form: /^.{9,10}$/u },
  { id: 'BR-FR-CPRO-08', scheme: schemes.tahiti, form: /^.{9}$/u },
];

const structuresAreNamed = structureForms.map(({ id, scheme, form }) =>
  rule({
    id,
    terms: ['BT-29'],
    *check({ invoice }) {
      for (const { item, path } of identifiersOf(sellerTerms, invoice))
        if (item.scheme === scheme && !form.test(item.value.trim()))
          yield { path: `${path}.value`, values: { found: item.value } };
    },
  }),
);

/** A member of a single taxable person names it by its identifier; a note and the representative must follow. */
const isMemberOfSingleTaxpayer = ({ seller }: Invoice): boolean =>
  seller.identifiers.some(({ scheme }) => scheme === schemes.singleTaxpayer);

const memberSaysSo = (says: (judged: Judged) => boolean): Rule =>
  rule({
    id: 'BR-FR-CO-14',
    terms: ['BT-22', 'BT-29'],
    path: 'notes',
    holds: (judged) => !isMemberOfSingleTaxpayer(judged.invoice) || says(judged),
  });

const memberNamesItsTaxpayer = rule({
  id: 'BR-FR-CO-15',
  terms: ['BT-63', 'BG-11'],
  path: 'taxRepresentative.vatIdentifier',
  holds: ({ invoice }) =>
    !isMemberOfSingleTaxpayer(invoice) || (invoice.taxRepresentative?.vatIdentifier ?? '') !== '',
});

interface WhatNotesSay {
  readonly isBetweenFirms: (judged: Judged) => boolean;
  readonly saysMemberOfSingleTaxpayer: (judged: Judged) => boolean;
}

/** Who invoices whom, by the identifiers of the French registers. */
export const identityRules = ({ isBetweenFirms, saysMemberOfSingleTaxpayer }: WhatNotesSay): Rule[] => [
  sellerIsKnown,
  buyerSirenBetweenFirms(isBetweenFirms),
  ...everyParty.map(siretBelongsToSiren),
  placeOfDelivery,
  legalSirens,
  sirensAmong('BR-FR-32-GLOBALID', isCii, globalIdentifiers),
  sirensAmong('BR-FR-32-ID', isUbl, partyIdentifiers),
  identifiersHaveSchemes,
  ...everyParty.map(schemesOccurOnce),
  memberSaysSo(saysMemberOfSingleTaxpayer),
  memberNamesItsTaxpayer,
  sellerIsOfKnownKind,
  ...structuresAreNamed,
  siretBesideSiren(
    'BR-FR-CPRO-09',
    sellerTerms,
    (invoice) => sellerSirenOf(invoice) === undefined || sellerSiretOf(invoice) !== undefined,
  ),
  siretBesideSiren('BR-FR-CPRO-10', buyerTerms, (invoice) => buyerSiretOf(invoice) !== undefined),
  payeeHasItsIdentifier,
];

/**
 * Where the published rules ask for one place and senders to Chorus Pro use several: the SIREN in BT-30 itself, and
 * beside every SIRET.
 */
export const identityQuirks: readonly Rule[] = [
  sirenStandsInItsPlace,
  sirenStandsInLegalEntity,
  ...everyParty.map(siretStandsBesideItsSiren),
];

/** Identifiers whose check digit says that they are none: no official rule counts it. */
export const identityRulesOfOurs: readonly Rule[] = everyParty.map(siretIsWellFormed);
