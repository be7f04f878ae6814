import type { Side } from '@parvis/domain/access/actor';
import type {
  LegalKind,
  PostalAddress,
  PublicContact,
  Validity,
} from '@parvis/domain/directory/structure-facts';
import type { PastIdentifier, StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';

/** A structure as its own people see and change it; what it asks of invoices is the matter of its settings. */
export interface Organisation extends OrganisationFacts, Validity {
  readonly structureId: string;
  readonly side: Side;
  readonly identifier: StructureIdentifier;
  readonly kind: LegalKind;
  readonly active: boolean;
  /** Number of the French department, worked out from the address. */
  readonly department?: string;
  readonly createdAt: Date;
  /** Whoever changes a structure says which state of it they saw. */
  readonly updatedAt: Date;
}

/** What its people may change by themselves. */
export interface OrganisationFacts {
  readonly name: string;
  /** A country at least. */
  readonly address: PostalAddress;
  readonly vatIdentifier?: string;
  /** Whom the other side may ask. */
  readonly contact?: PublicContact;
}

export interface BankAccount {
  readonly structureId: string;
  readonly bankAccountId: string;
  /** What its people call it. */
  readonly label: string;
  /** Without spaces. */
  readonly iban: string;
  readonly bic?: string;
  /** A factor's account stands in for the supplier's own. */
  readonly owner: 'own' | 'factor';
  readonly factorName?: string;
  readonly validFrom: CalendarDate;
  /** The last day; absent while nobody has ended it. */
  readonly validUntil?: CalendarDate;
  /** Name of the person. */
  readonly addedBy: string;
  readonly addedAt: Date;
}

export interface FormerIdentifier extends PastIdentifier {
  readonly structureId: string;
  readonly side: Side;
  readonly changedByUserId: string;
  readonly changedByName: string;
  readonly changedAt: Date;
}

/** How much hangs on a structure. */
export interface Holdings {
  readonly people: number;
  /** Spaces opened to users, one by one. */
  readonly grants: number;
  /** Keys that open now. */
  readonly keys: number;
  /** Given and held, offered ones included. */
  readonly mandates: number;
  readonly connections: number;
  /** Neither paid nor refused nor rejected. */
  readonly openInvoices: number;
}
