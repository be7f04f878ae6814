import type { CalendarDate } from '../invoice/invoice.js';

/** What kind of person a structure is before the law. */
export const legalKinds = [
  'privateCompany',
  'soleTrader',
  'person',
  'state',
  'localAuthority',
  'hospital',
  'publicEstablishment',
] as const;

export type LegalKind = (typeof legalKinds)[number];

export const isPublicKind = (
  kind: LegalKind,
): kind is Exclude<LegalKind, 'privateCompany' | 'soleTrader' | 'person'> =>
  kind !== 'privateCompany' && kind !== 'soleTrader' && kind !== 'person';

export interface PostalAddress {
  /** Lines before the post code, separated by line breaks. */
  readonly street?: string;
  readonly postCode?: string;
  readonly town?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Whom suppliers may ask; shown to everyone. */
export interface PublicContact {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  /** When and how to reach them, in their own words. */
  readonly note?: string;
}

/** Whether a public entity commissions works, and nothing but works (getaMoa, estMoaUniquement). */
export const worksAuthorities = ['no', 'also', 'only'] as const;

export type WorksAuthority = (typeof worksAuthorities)[number];

/** Both days included; an absent one sets no limit. */
export interface Validity {
  readonly validFrom?: CalendarDate;
  readonly validUntil?: CalendarDate;
}
