import type { Identifier, Invoice } from '../../invoice/invoice.js';
import { eachClassification, eachItemIdentifier, maybe } from '../places.js';
import { exists, figures, hasText } from '../presence.js';
import { isUbl, type Rule, type RuleContext, rule, ruleOfEach } from '../rule.js';
import { besides, vatIdentifiersElsewhere } from './elsewhere.js';
import { vatPrefixesOfCii, vatPrefixesOfUbl } from './vat-prefixes.js';

const sellerIsIdentified = rule({
  id: 'BR-CO-26',
  terms: ['BT-29', 'BT-30', 'BT-31'],
  path: 'seller.identifiers',
  // Speaks of the seller's element: where there is none, others tell what is missing.
  holds: ({ invoice: { seller }, file }) =>
    !file.hasGroup('seller') ||
    seller.identifiers.length > 0 ||
    exists(seller.legalRegistration) ||
    exists(seller.vatIdentifier),
});

const allPrefixes = ` ${vatPrefixesOfUbl.join(' ')} `;

/** UBL only looks for the two characters anywhere in the list written out, so that an empty identifier passes. */
const startsWithPrefix = (identifier: string, context: RuleContext): boolean => {
  const prefix = identifier.slice(0, 2);
  return isUbl(context) ? allPrefixes.includes(prefix) : vatPrefixesOfCii.has(prefix);
};

/** One rule of the norm, said of the term at fault. */
const vatIdentifierPrefix = (
  term: string,
  path: string,
  identifierIn: (invoice: Invoice) => string | undefined,
): Rule =>
  ruleOfEach({
    id: 'BR-CO-09',
    terms: [term],
    each: (invoice, { file }) =>
      besides(
        maybe(file.text(path, identifierIn(invoice)), path),
        file.repeated(path).map((item) => ({ item, path })),
      ),
    path: '',
    holds: (identifier, { context }) => startsWithPrefix(identifier, context),
    values: (found) => ({ found }),
  });

const prefixElsewhere = ruleOfEach({
  id: 'BR-CO-09',
  terms: ['BT-31', 'BT-48', 'BT-63'],
  each: (_, judged) => vatIdentifiersElsewhere(judged),
  path: '',
  holds: (identifier, { context }) => startsWithPrefix(identifier, context),
  values: (found) => ({ found }),
});

const hasScheme = ({ scheme }: Identifier, context: RuleContext): boolean =>
  isUbl(context) ? exists(scheme) : hasText(scheme);

const sellerAddressScheme = ruleOfEach({
  id: 'BR-62',
  terms: ['BT-34'],
  each: ({ seller }) => maybe(seller.electronicAddress, 'seller.electronicAddress'),
  path: 'scheme',
  holds: (address, { context }) => hasScheme(address, context),
  values: ({ value }) => figures({ found: value }),
});

const buyerAddressScheme = ruleOfEach({
  id: 'BR-63',
  terms: ['BT-49'],
  each: ({ buyer }) => maybe(buyer.electronicAddress, 'buyer.electronicAddress'),
  path: 'scheme',
  holds: (address, { context }) => hasScheme(address, context),
  values: ({ value }) => figures({ found: value }),
});

const itemIdentifierScheme = ruleOfEach({
  id: 'BR-64',
  terms: ['BT-157'],
  each: eachItemIdentifier,
  path: 'scheme',
  holds: (identifier, { context }) => hasScheme(identifier, context),
  values: ({ value }) => figures({ found: value }),
});

const classificationList = ruleOfEach({
  id: 'BR-65',
  terms: ['BT-158'],
  each: eachClassification,
  path: 'list',
  holds: ({ list }, { context }) => (isUbl(context) ? exists(list) : hasText(list)),
  values: ({ code }) => ({ found: code }),
});

/** Identifiers: one at least for the seller, and each with what tells how to read it. */
export const identifierRules: readonly Rule[] = [
  vatIdentifierPrefix('BT-31', 'seller.vatIdentifier', ({ seller }) => seller.vatIdentifier),
  vatIdentifierPrefix('BT-48', 'buyer.vatIdentifier', ({ buyer }) => buyer.vatIdentifier),
  vatIdentifierPrefix(
    'BT-63',
    'taxRepresentative.vatIdentifier',
    ({ taxRepresentative }) => taxRepresentative?.vatIdentifier,
  ),
  prefixElsewhere,
  sellerIsIdentified,
  sellerAddressScheme,
  buyerAddressScheme,
  itemIdentifierScheme,
  classificationList,
];
