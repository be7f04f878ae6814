import type { VatBreakdown } from '../../invoice/invoice.js';
import type { Place } from '../place.js';
import { eachVatBreakdown } from '../places.js';
import { isUbl, type Judged, type Rule } from '../rule.js';

/** A VAT category of EN 16931 and what the artefacts ask of it: the rules of a family share one shape. */
export interface VatFamily {
  /** BT-118, BT-151, BT-95, BT-102 (UNTDID 5305) */
  readonly category: string;
  /** As in the rule ids of the artefacts; the norm calls AF and AG « IG » and « IP ». */
  readonly prefix: string;
  readonly rate: 'positive' | 'zero' | 'notNegative' | 'absent';
  readonly exemptionReason: 'required' | 'forbidden';
  readonly identifiers: RequiredIdentifiers;
  /** One breakdown for each rate, or one in all. */
  readonly breakdowns: 'perRate' | 'one';
  /** Rules of a family have nothing to find where its category is used nowhere. */
  readonly concerns: NonNullable<Rule['concerns']>;
}

export type RequiredIdentifiers =
  /** BT-31, BT-32 or BT-63 */
  | 'seller'
  /** The seller's as above, and BT-48 or BT-47 */
  | 'sellerAndBuyer'
  /** BT-31 or BT-63, and BT-48 */
  | 'vatOfBoth'
  /** BT-31 or BT-63 */
  | 'vatOfSeller'
  /** None of BT-31, BT-63 and BT-48 */
  | 'noVat';

const family = (
  prefix: string,
  category: string,
  rest: Omit<VatFamily, 'prefix' | 'category' | 'concerns'>,
): VatFamily => ({ prefix, category, concerns: isUsed(category), ...rest });

export const isUsed =
  (category: string) =>
  ({ sums }: Judged): boolean =>
    sums.isUsed(category);

const exempt = { rate: 'zero', exemptionReason: 'required', breakdowns: 'one' } as const;

export const vatFamilies: readonly VatFamily[] = [
  family('S', 'S', {
    rate: 'positive',
    exemptionReason: 'forbidden',
    identifiers: 'seller',
    breakdowns: 'perRate',
  }),
  family('Z', 'Z', {
    rate: 'zero',
    exemptionReason: 'forbidden',
    identifiers: 'seller',
    breakdowns: 'one',
  }),
  family('E', 'E', { ...exempt, identifiers: 'seller' }),
  family('AE', 'AE', { ...exempt, identifiers: 'sellerAndBuyer' }),
  family('IC', 'K', { ...exempt, identifiers: 'vatOfBoth' }),
  family('G', 'G', { ...exempt, identifiers: 'vatOfSeller' }),
  family('O', 'O', { ...exempt, rate: 'absent', identifiers: 'noVat' }),
  family('AF', 'L', {
    rate: 'notNegative',
    exemptionReason: 'forbidden',
    identifiers: 'seller',
    breakdowns: 'perRate',
  }),
  family('AG', 'M', {
    rate: 'notNegative',
    exemptionReason: 'forbidden',
    identifiers: 'seller',
    breakdowns: 'perRate',
  }),
];

/** Whether the general rules look at a breakdown: in CII those of L, M and O are selected by their own rules first. */
export const isLookedAt = (
  { category = '' }: VatBreakdown,
  { context, file }: Judged,
  path: string,
): boolean => isUbl(context) || !['L', 'M', 'O'].includes(category) || !file.isVat(path);

/** The breakdowns that the rules of a family select. CII takes those of S and Z by the letter, whatever the tax. */
export const breakdownsOf = (
  { category }: VatFamily,
  { invoice, context, file }: Judged,
): Place<VatBreakdown>[] => {
  const byLetter = !isUbl(context) && (category === 'S' || category === 'Z');
  return eachVatBreakdown(invoice).filter(
    ({ item, path }) => item.category === category && (byLetter || file.isVat(path)),
  );
};
