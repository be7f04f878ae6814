import type { CalendarDate } from '../invoice/invoice.js';
import type { Demand } from './demand.js';
import type { WorksAuthority } from './structure-facts.js';

export interface NamedService {
  readonly code: string;
  readonly name: string;
}

/** How many services are concerned, and the first of them, to be named. */
export interface SomeServices {
  readonly count: number;
  readonly first: readonly NamedService[];
}

/** What the linter must know beyond the settings, gathered by counting rather than by reading row after row. */
export interface SettingsFacts {
  readonly day: CalendarDate;
  /** Services that take invoices in today. */
  readonly openServices: number;
  /** Open for long, and without an invoice for twelve months. */
  readonly unused: SomeServices;
  /** Pairs of open services whose names are the same, or whose codes differ by capitals and signs alone. */
  readonly alike: {
    readonly count: number;
    readonly first: readonly (readonly [NamedService, NamedService])[];
  };
  /** Closed, and invoiced in the last thirty days. */
  readonly closedAndInvoiced: SomeServices;
  /** Named after their code. */
  readonly unnamed: SomeServices;
  /** Open by name, closed by the date of their validity. */
  readonly expired: SomeServices;
  /** Managers who are told of what waits. */
  readonly managers: number;
  /** Whether the entity has made any engagement known here. */
  readonly engagementsKnown: boolean;
  /** Of the last ninety days. */
  readonly received: {
    readonly total: number;
    readonly withoutEngagement: number;
    /** Others than works documents. */
    readonly ordinary: number;
  };
  /** Received and not yet at the end of their life. */
  readonly openInvoices: number;
}

export const findingCodes = [
  'no-open-service',
  'entity-expired',
  'nobody-alerted',
  'engagement-seldom-given',
  'works-only-invoiced',
  'inactive-with-open-invoices',
  'closed-service-invoiced',
  'services-alike',
  'service-expired',
  'service-unused',
  'service-unnamed',
  'contact-missing',
  'either-redundant',
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** Nobody can invoice; people stumble; it could be better. */
export type FindingSeverity = 'impossible' | 'painful' | 'advice';

/** What one click does about it, only where that is certain to mend it. */
export type Mend =
  | { readonly kind: 'demand'; readonly demand: Demand }
  | { readonly kind: 'worksAuthority'; readonly worksAuthority: WorksAuthority }
  | { readonly kind: 'noEndDate' }
  | { readonly kind: 'closeServices'; readonly codes: readonly string[] }
  | { readonly kind: 'openServices'; readonly codes: readonly string[] };

/** Where to go about it. */
export type FindingPlace = 'demand' | 'services' | 'contact' | 'people' | 'invoices' | 'validity' | 'active';

export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly place: FindingPlace;
  /** How many services, invoices or pairs. */
  readonly count: number;
  /** Those that the sentence names. */
  readonly services: readonly NamedService[];
  readonly mend?: Mend;
}
