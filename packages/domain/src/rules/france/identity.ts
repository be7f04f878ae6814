import { parseSiret } from '../../directory/siret.js';
import type { Identifier, Invoice } from '../../invoice/invoice.js';
import { buyerSiretOf, sellerSirenOf, sellerSiretOf } from '../../invoice/public-references.js';
import { maybe } from '../places.js';
import { type Place, type Rule, rule, ruleOfEach } from '../rule.js';

const SIRET = '0009';

/** EU VAT number, private person, outside the EU, RIDET, TAHITI: structures without SIREN. */
const schemesWithoutSiren = ['0223', '0226', '0227', '0228', '0229'];

const isForeign = ({ seller }: Invoice): boolean =>
  seller.identifiers.some(({ scheme = '' }) => schemesWithoutSiren.includes(scheme));

const sellerHasSiren = rule({
  id: 'BR-FR-10',
  terms: ['BT-30'],
  path: 'seller.legalRegistration',
  holds: ({ invoice }) => isForeign(invoice) || sellerSirenOf(invoice) !== undefined,
});

const sellerHasSiret = rule({
  id: 'BR-FR-CPRO-09',
  terms: ['BT-29'],
  path: 'seller.identifiers',
  holds: ({ invoice }) =>
    sellerSirenOf(invoice) === undefined ||
    sellerSiretOf(invoice) !== undefined ||
    writesSiret(invoice.seller.identifiers),
});

/** Even a wrong one: PV-SIRET-MALFORMED tells about it. */
const writesSiret = (identifiers: readonly Identifier[]): boolean =>
  identifiers.some(({ scheme }) => scheme === SIRET);

const buyerHasSiret = rule({
  id: 'BR-FR-CPRO-10',
  terms: ['BT-46'],
  path: 'buyer.identifiers',
  holds: ({ invoice }) => buyerSiretOf(invoice) !== undefined || writesSiret(invoice.buyer.identifiers),
});

const eachSiret =
  (party: 'seller' | 'buyer') =>
  (invoice: Invoice): Place<Identifier>[] =>
    invoice[party].identifiers
      .map((item, index) => ({ item, path: `${party}.identifiers[${index}].value` }))
      .filter(({ item }) => item.scheme === SIRET);

const siretIsWellFormed = (term: string, each: (invoice: Invoice) => Place<Identifier>[]): Rule =>
  ruleOfEach({
    id: 'PV-SIRET-MALFORMED',
    terms: [term],
    each,
    path: '',
    holds: ({ value }) => parseSiret(value).ok,
    values: ({ value }) => ({ found: value }),
  });

const siretBelongsToSiren = (term: string, party: 'seller' | 'buyer'): Rule =>
  ruleOfEach({
    id: 'BR-FR-09',
    terms: [term],
    each: eachSiret(party),
    path: '',
    holds: ({ value }, { invoice }) => {
      const registration = invoice[party].legalRegistration;
      return registration?.scheme !== '0002' || value.startsWith(registration.value.slice(0, 9));
    },
    values: ({ value }, { invoice }) => ({
      found: value,
      siren: invoice[party].legalRegistration?.value ?? '',
    }),
  });

/** Who invoices whom, by the identifiers of the French register. */
export const identityRules: readonly Rule[] = [
  sellerHasSiren,
  sellerHasSiret,
  buyerHasSiret,
  siretIsWellFormed('BT-29', eachSiret('seller')),
  siretIsWellFormed('BT-46', eachSiret('buyer')),
  siretIsWellFormed('BT-60', ({ payee }) =>
    maybe(payee?.identifier, 'payee.identifier.value').filter(({ item }) => item.scheme === SIRET),
  ),
  siretBelongsToSiren('BT-29', 'seller'),
  siretBelongsToSiren('BT-46', 'buyer'),
];
