import type { Decimal } from '../amount/decimal.js';
import type { CalendarDate } from '../invoice/invoice.js';
import { lettersOf } from './same-letters.js';
import type { Validity } from './structure-facts.js';

/** Money a public entity has set aside for one order (engagement juridique), as far as it has told us of it. */
export interface Engagement extends Validity {
  readonly recipientId: string;
  /** As on the purchase order; one of a kind at its recipient. */
  readonly number: string;
  readonly label: string;
  /** The service that ordered; absent when any may be invoiced. */
  readonly serviceCode?: string;
  /** SIRET, or an identifier of another type; absent when the entity did not say. */
  readonly supplierIdentifier?: string;
  readonly supplierName?: string;
  /** Tax included; absent when the entity did not say. */
  readonly amountTotal?: Decimal;
  /**
   * Tax included, as last told by whoever keeps the accounts. Never worked out here: an invoice uses up an engagement when
   * the entity books it, and only its books know of the invoices that came on paper.
   */
  readonly amountLeft?: Decimal;
  readonly currency: string;
  readonly source: EngagementSource;
  readonly closed: boolean;
  readonly updatedAt: Date;
}

/** Who told us: a file, the accounting system, or a person in the form. */
export const engagementSources = ['file', 'accounting', 'form'] as const;

export type EngagementSource = (typeof engagementSources)[number];

/** What a public entity does with the engagements it keeps here. */
export interface EngagementSettings {
  /** Whether invoices are held against them: not at all, with a warning, or so that what does not fit is not taken in. */
  readonly check: EngagementCheck;
  /** With `enforce`: an invoice beyond the amount left is still taken in, with a warning. */
  readonly acceptsExcess: boolean;
}

export const engagementChecks = ['none', 'advise', 'enforce'] as const;

export type EngagementCheck = (typeof engagementChecks)[number];

export const usualEngagementSettings: EngagementSettings = { check: 'none', acceptsExcess: true };

/** Where an engagement stands on that day. */
export const engagementStates = ['open', 'notYet', 'expired', 'closed'] as const;

export type EngagementState = (typeof engagementStates)[number];

export const engagementStateOn = (
  { closed, validFrom, validUntil }: Pick<Engagement, 'closed' | 'validFrom' | 'validUntil'>,
  day: CalendarDate,
): EngagementState => {
  if (closed) return 'closed';
  if (validFrom !== undefined && day < validFrom) return 'notYet';
  return validUntil !== undefined && day > validUntil ? 'expired' : 'open';
};

/**
 * Whether the engagement was made with the supplier of these keys (`supplierKey` of its identifiers, past ones too), under
 * whichever of its establishments. True where the engagement names nobody.
 */
export const isMadeWith = (
  { supplierIdentifier }: Pick<Engagement, 'supplierIdentifier'>,
  supplierKeys: readonly string[],
): boolean => supplierIdentifier === undefined || supplierKeys.includes(supplierKey(supplierIdentifier));

/** What suppliers are compared by: the SIREN of a SIRET, else the letters and digits of the identifier. */
export const supplierKey = (identifier: string): string => {
  const plain = lettersOf(identifier);
  return /^\d{14}$/.test(plain) ? plain.slice(0, 9) : plain;
};
