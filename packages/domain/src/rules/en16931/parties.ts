import type { Identifier, Invoice, Payee } from '../../invoice/invoice.js';
import { maybe } from '../places.js';
import { exists, hasText } from '../presence.js';
import { isCii, isUbl, type Judged, type Rule, type RuleContext, rule, ruleOfEach } from '../rule.js';
import { besides, deliveriesElsewhere, payeesElsewhere, taxRepresentativesElsewhere } from './elsewhere.js';

const sellerName = rule({
  id: 'BR-06',
  terms: ['BT-27'],
  path: 'seller.name',
  holds: ({ invoice }) => hasText(invoice.seller.name),
});

const buyerName = rule({
  id: 'BR-07',
  terms: ['BT-44'],
  path: 'buyer.name',
  holds: ({ invoice }) => hasText(invoice.buyer.name),
});

const sellerAddress = rule({
  id: 'BR-08',
  terms: ['BG-5'],
  path: 'seller.address',
  holds: ({ invoice }) => exists(invoice.seller.address),
});

const buyerAddress = rule({
  id: 'BR-10',
  terms: ['BG-8'],
  path: 'buyer.address',
  holds: ({ invoice }) => exists(invoice.buyer.address),
});

interface AddressOwner {
  readonly address?: { readonly country?: string };
}

/** UBL asks the country of an address that is there; CII asks for it even when there is no address. */
const hasCountry = ({ address }: AddressOwner, context: RuleContext): boolean =>
  address ? hasText(address.country) : isUbl(context);

const sellerCountry = rule({
  id: 'BR-09',
  terms: ['BT-40', 'BG-5'],
  path: 'seller.address.country',
  holds: ({ invoice, context }) => hasCountry(invoice.seller, context),
});

const buyerCountry = rule({
  id: 'BR-11',
  terms: ['BT-55', 'BG-8'],
  path: 'buyer.address.country',
  holds: ({ invoice, context }) => hasCountry(invoice.buyer, context),
});

const eachPayee = (invoice: Invoice, judged: Judged) =>
  besides(maybe(invoice.payee, 'payee'), payeesElsewhere(judged));

const eachTaxRepresentative = (invoice: Invoice, judged: Judged) =>
  besides(maybe(invoice.taxRepresentative, 'taxRepresentative'), taxRepresentativesElsewhere(judged));

const sameValue = (left: Identifier | undefined, right: Identifier | undefined): boolean =>
  left !== undefined && left.value === right?.value;

/** CII compares only what stands in its `ID`, which is what has no scheme. */
const sameWithoutScheme = (left: Identifier | undefined, right: Identifier): boolean =>
  sameValue(left, right) && left?.scheme === undefined && right.scheme === undefined;

/** UBL compares the payee with the seller's trading name and identifiers, CII with its legal name and registration. */
const isSeller = (payee: Payee, { invoice: { seller }, context, file }: Judged, path: string): boolean => {
  const name = file.text(`${path}.name`, payee.name);
  if (isUbl(context))
    return (
      name === file.text('seller.tradingName', seller.tradingName) ||
      seller.identifiers.some((identifier) => sameValue(payee.identifier, identifier))
    );
  return (
    name === file.text('seller.name', seller.name) ||
    seller.identifiers.some((identifier) => sameWithoutScheme(payee.identifier, identifier)) ||
    sameValue(payee.legalRegistration, seller.legalRegistration)
  );
};

const payeeName = ruleOfEach({
  id: 'BR-17',
  terms: ['BT-59', 'BG-10', 'BG-4'],
  each: eachPayee,
  path: 'name',
  holds: (payee, judged, path) => exists(payee.name) && !isSeller(payee, judged, path),
});

const taxRepresentativeName = ruleOfEach({
  id: 'BR-18',
  terms: ['BT-62', 'BG-11'],
  each: eachTaxRepresentative,
  path: 'name',
  holds: ({ name }) => hasText(name),
});

const taxRepresentativeAddress = ruleOfEach({
  id: 'BR-19',
  terms: ['BG-12', 'BG-11'],
  each: eachTaxRepresentative,
  path: 'address',
  holds: ({ address }) => exists(address),
});

const taxRepresentativeCountry = ruleOfEach({
  id: 'BR-20',
  terms: ['BT-69', 'BG-12'],
  each: eachTaxRepresentative,
  path: 'address.country',
  holds: (representative, { context }) => hasCountry(representative, context),
});

const taxRepresentativeVatIdentifier = ruleOfEach({
  id: 'BR-56',
  terms: ['BT-63', 'BG-11'],
  each: eachTaxRepresentative,
  path: 'vatIdentifier',
  holds: ({ vatIdentifier }, { context }) =>
    isUbl(context) ? exists(vatIdentifier) : hasText(vatIdentifier),
});

const deliveryCountry = ruleOfEach({
  id: 'BR-57',
  terms: ['BT-80', 'BG-15'],
  each: (invoice, judged) => besides(maybe(invoice.delivery, 'delivery'), deliveriesElsewhere(judged)),
  path: 'address.country',
  holds: ({ address }, { context }) =>
    !address || (isCii(context) ? hasText(address.country) : exists(address.country)),
});

/** Who issues the invoice, to whom, and the parties beside them. */
export const partyRules: readonly Rule[] = [
  sellerName,
  buyerName,
  sellerAddress,
  sellerCountry,
  buyerAddress,
  buyerCountry,
  payeeName,
  taxRepresentativeName,
  taxRepresentativeAddress,
  taxRepresentativeCountry,
  taxRepresentativeVatIdentifier,
  deliveryCountry,
];
