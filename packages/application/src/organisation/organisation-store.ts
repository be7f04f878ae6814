import type { Side } from '@parvis/domain/access/actor';
import type { StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import type {
  BankAccount,
  FormerIdentifier,
  Holdings,
  Organisation,
  OrganisationFacts,
} from './organisation.js';

/** Structures as their own people keep them. */
export interface OrganisationStore {
  find(structureId: string): Promise<Organisation | undefined>;
  /** The same, locked until the unit of work ends. */
  findForChange(structureId: string): Promise<Organisation | undefined>;
  /** Under its present identifier, written as its own rule writes it. */
  findByIdentifier(side: Side, identifier: StructureIdentifier): Promise<Organisation | undefined>;
  /** Those of both sides that are established under this SIREN. */
  findBySiren(siren: string): Promise<Organisation[]>;
  /**
   * A structure that was not there. A public entity asks nothing of invoices yet. False, and nothing written, when another
   * of this side has the identifier already, be it since a moment ago.
   */
  add(structure: Omit<Organisation, 'department' | 'updatedAt'>): Promise<boolean>;
  /** Everything the facts say replaces what was; the department follows the address. */
  changeFacts(structureId: string, facts: OrganisationFacts, at: Date): Promise<void>;
  /**
   * The structure goes on under another identifier; the one it leaves is remembered. False, and nothing written, when
   * another structure of this side has the new one.
   */
  move(left: FormerIdentifier, identifier: StructureIdentifier): Promise<boolean>;
  /** What hangs on the structure and goes with it wherever it goes, as it stands at that moment. */
  holdings(structureId: string, at: Date): Promise<Holdings>;
  /** Newest first. */
  formerIdentifiers(structureId: string): Promise<FormerIdentifier[]>;
  /** Who had this identifier before. */
  findFormer(side: Side, identifier: StructureIdentifier): Promise<FormerIdentifier | undefined>;
  addBankAccount(account: BankAccount): Promise<void>;
  /** Ended ones included; the newest first. */
  bankAccounts(structureId: string): Promise<BankAccount[]>;
  endBankAccount(structureId: string, bankAccountId: string, lastDay: CalendarDate): Promise<void>;
}
