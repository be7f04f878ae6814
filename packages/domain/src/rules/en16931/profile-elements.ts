import type { Finding, Rule } from '../rule.js';
import { rule } from '../rule.js';

/** Profiles of Factur-X that hold less than EN 16931, the poorest first. */
const poorer = ['MINIMUM', 'BASIC WL', 'BASIC'] as const;
export type PoorerProfile = (typeof poorer)[number];

type Row = readonly [term: string, path: string];

/** What the poorest profile that holds it adds to the one before. MINIMUM holds what no row names. */
const addedBy: Readonly<Record<Exclude<PoorerProfile, 'MINIMUM'> | 'EN 16931', readonly Row[]>> = {
  'BASIC WL': [
    ['BT-6', 'vatCurrency'],
    ['BT-7', 'vatPointDate'],
    ['BT-8', 'vatPointDateCode'],
    ['BT-9', 'dueDate'],
    ['BT-12', 'contractReference'],
    ['BT-16', 'despatchAdviceReference'],
    ['BT-19', 'buyerAccountingReference'],
    ['BT-20', 'paymentTerms'],
    ['BG-1', 'notes[]'],
    ['BG-3', 'precedingInvoices[]'],
    ['BT-28', 'seller.tradingName'],
    ['BT-29', 'seller.identifiers[]'],
    ['BT-34', 'seller.electronicAddress'],
    ['BT-35', 'seller.address.line1'],
    ['BT-36', 'seller.address.line2'],
    ['BT-162', 'seller.address.line3'],
    ['BT-37', 'seller.address.city'],
    ['BT-38', 'seller.address.postCode'],
    ['BT-39', 'seller.address.subdivision'],
    ['BT-46', 'buyer.identifiers[]'],
    ['BT-48', 'buyer.vatIdentifier'],
    ['BT-49', 'buyer.electronicAddress'],
    ['BG-8', 'buyer.address'],
    ['BG-10', 'payee'],
    ['BG-11', 'taxRepresentative'],
    ['BG-13', 'delivery'],
    ['BG-14', 'period'],
    ['BG-16', 'payments[]'],
    ['BG-20', 'allowances[]'],
    ['BG-21', 'charges[]'],
    ['BT-106', 'totals.lines'],
    ['BT-107', 'totals.allowances'],
    ['BT-108', 'totals.charges'],
    ['BT-111', 'totals.vatInVatCurrency'],
    ['BT-113', 'totals.paid'],
    ['BG-23', 'vatBreakdown[]'],
  ],
  BASIC: [['BG-25', 'lines[]']],
  'EN 16931': [
    ['BT-11', 'projectReference'],
    ['BT-14', 'salesOrderReference'],
    ['BT-15', 'receivingAdviceReference'],
    ['BT-17', 'tenderReference'],
    ['BT-18', 'invoicedObject'],
    ['BT-33', 'seller.additionalLegalInformation'],
    ['BG-6', 'seller.contact'],
    ['BT-45', 'buyer.tradingName'],
    ['BG-9', 'buyer.contact'],
    ['BT-82', 'payments[].meansText'],
    ['BT-85', 'payments[].creditTransfer.accountName'],
    ['BT-86', 'payments[].creditTransfer.serviceProvider'],
    ['BG-18', 'payments[].card'],
    ['BT-114', 'totals.rounding'],
    ['BG-24', 'supportingDocuments[]'],
    ['BT-128', 'lines[].object'],
    ['BT-132', 'lines[].orderLineReference'],
    ['BT-133', 'lines[].buyerAccountingReference'],
    ['BT-154', 'lines[].item.description'],
    ['BT-155', 'lines[].item.sellerIdentifier'],
    ['BT-156', 'lines[].item.buyerIdentifier'],
    ['BT-158', 'lines[].item.classifications[]'],
    ['BT-159', 'lines[].item.originCountry'],
    ['BG-32', 'lines[].item.attributes[]'],
  ],
};

const beyond = (profile: PoorerProfile): readonly Row[] => [
  ...(profile === 'MINIMUM' ? addedBy['BASIC WL'] : []),
  ...(profile === 'BASIC' ? [] : addedBy.BASIC),
  ...addedBy['EN 16931'],
];

/**
 * Each profile closes its set of elements (Factur-X 1.09.2, FX-SCH-A-…): what a richer one holds may not stand in it.
 * BASIC says that it complies with EN 16931, whose rules it passes all the same: there it is a warning.
 */
export const richerElements = (profile: PoorerProfile): Rule => {
  const rows = beyond(profile);
  return rule({
    id: 'PV-PROFILE-ELEMENT',
    severity: profile === 'BASIC' ? 'warning' : 'fatal',
    terms: ['BT-24'],
    *check({ invoice }): Iterable<Finding> {
      for (const [term, pattern] of rows) {
        const path = firstAt(invoice, pattern.split('.'), '');
        if (path !== undefined) yield { path, terms: [term], values: { profile } };
      }
    },
  });
};

/** The first place that has something in it; one is enough to say that the term is there. */
const firstAt = (value: unknown, [step, ...steps]: readonly string[], path: string): string | undefined => {
  if (step === undefined) return hasContent(value) ? path : undefined;
  const name = step.replace('[]', '');
  const inner = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
  const here = path === '' ? name : `${path}.${name}`;
  if (!step.endsWith('[]')) return inner === undefined ? undefined : firstAt(inner, steps, here);
  if (!Array.isArray(inner)) return undefined;
  for (const [index, item] of inner.entries()) {
    const found = firstAt(item, steps, `${here}[${index}]`);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** A group that the syntax wants there even empty is not there until something stands in it. */
const hasContent = (value: unknown): boolean => {
  if (value === undefined) return false;
  if (Array.isArray(value)) return value.some(hasContent);
  if (typeof value !== 'object' || value === null || 'scale' in value) return true;
  return Object.values(value).some(hasContent);
};
