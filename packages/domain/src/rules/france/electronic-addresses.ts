import type { Identifier, Invoice } from '../../invoice/invoice.js';
import type { Place } from '../place.js';
import { maybe } from '../places.js';
import { isUbl, type Judged, type Rule, rule } from '../rule.js';
import { lengthOf, textAt } from './fields.js';
import { selfBilledTypes } from './numbers-and-dates.js';
import {
  buyerTerms,
  identifiersOf,
  type PartyTerms,
  registrationOf,
  schemes,
  sellerTerms,
  writtenSirenOf,
} from './party-identifiers.js';

interface Addressee {
  readonly party: PartyTerms & { readonly path: 'seller' | 'buyer' };
  readonly term: string;
}

const seller: Addressee = { party: { ...sellerTerms, path: 'seller' }, term: 'BT-34' };
const buyer: Addressee = { party: { ...buyerTerms, path: 'buyer' }, term: 'BT-49' };

const pathOf = ({ party }: Addressee): string => `${party.path}.electronicAddress.value`;

const addressOf = ({ party }: Addressee, invoice: Invoice): Identifier | undefined =>
  invoice[party.path].electronicAddress;

const writtenAddress = (who: Addressee, { invoice, context }: Judged): string | undefined =>
  textAt(context, pathOf(who), addressOf(who, invoice)?.value);

const hasAddress = (id: string, who: Addressee): Rule =>
  rule({
    id,
    terms: [who.term],
    path: `${who.party.path}.electronicAddress`,
    holds: (judged) => {
      const written = writtenAddress(who, judged) ?? '';
      return (isUbl(judged.context) ? written.trim() : written) !== '';
    },
  });

/** In UBL the SIREN is the registration of that scheme; in CII whatever registration stands there. */
const sirenFor = ({ party }: Addressee, judged: Judged): string =>
  (isUbl(judged.context) ? writtenSirenOf(party, judged) : registrationOf(party, judged.invoice)?.value) ??
  '';

const beginsWithSiren = (id: string, who: Addressee, isAsked: (judged: Judged) => boolean): Rule =>
  rule({
    id,
    terms: [who.term, who.party.legalRegistration],
    path: pathOf(who),
    holds: (judged) => {
      if (!isAsked(judged)) return true;
      const address = addressOf(who, judged.invoice);
      return (
        address?.scheme === schemes.electronicAddress &&
        (writtenAddress(who, judged) ?? '').startsWith(sirenFor(who, judged))
      );
    },
    values: (judged) => ({ found: writtenAddress(who, judged) ?? '', siren: sirenFor(who, judged) }),
  });

const isSelfBilled = ({ invoice }: Judged): boolean => selfBilledTypes.has(invoice.typeCode ?? '');

/** The published files let the sign + pass, beside what the specification names. */
export const isAddressOfTheReform = (text: string): boolean => /^[A-Za-z0-9+\-_.]+$/.test(text);

type EachText = (invoice: Invoice) => Place<Identifier>[];

const texts = (id: string, term: string, each: EachText, holds: (text: string) => boolean): Rule =>
  rule({
    id,
    terms: [term],
    *check({ invoice, context }) {
      for (const { item, path } of each(invoice)) {
        const found = textAt(context, `${path}.value`, item.value) ?? '';
        if (holds(found)) continue;
        yield { path: `${path}.value`, values: { found, length: String(lengthOf(found)) } };
      }
    },
  });

const addressPlace =
  (who: Addressee): EachText =>
  (invoice) =>
    maybe(addressOf(who, invoice), `${who.party.path}.electronicAddress`);

const ofScheme =
  (each: EachText, scheme: string): EachText =>
  (invoice) =>
    each(invoice).filter(({ item }) => item.scheme === scheme);

const routingCodes = ({ party }: Addressee): EachText =>
  ofScheme((invoice) => identifiersOf(party, invoice), schemes.routingCode);

const noLonger =
  (maximum: number) =>
  (text: string): boolean =>
    text.length <= maximum || lengthOf(text) <= maximum;

/** Where the reform sends invoices: electronic addresses and routing codes. */
export const electronicAddressRules = (
  isBetweenFirms: (judged: Judged) => boolean,
  saysTreatment: (judged: Judged) => boolean,
): Rule[] => [
  hasAddress('BR-FR-12', buyer),
  hasAddress('BR-FR-13', seller),
  beginsWithSiren('BR-FR-21', buyer, (judged) => isBetweenFirms(judged) && !isSelfBilled(judged)),
  beginsWithSiren('BR-FR-22', seller, (judged) => saysTreatment(judged) && isSelfBilled(judged)),
  ...[seller, buyer].flatMap((who) => [
    texts('BR-FR-23', who.term, ofScheme(addressPlace(who), schemes.electronicAddress), isAddressOfTheReform),
    texts('BR-FR-24', who.party.identifiers, routingCodes(who), isAddressOfTheReform),
    texts('BR-FR-25', who.term, addressPlace(who), noLonger(125)),
    texts('BR-FR-26', who.party.identifiers, routingCodes(who), noLonger(100)),
  ]),
];
