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
  rest: Omit<VatFamily, 'prefix' | 'category'>,
): VatFamily => ({ prefix, category, ...rest });

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

/** In CII these breakdowns escape the general rules: their own rules select them first. */
export const categoriesApartInCii: readonly string[] = ['L', 'M', 'O'];
