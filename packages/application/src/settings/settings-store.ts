import type { DirectoryEntry, DirectoryService } from '@parvis/domain/directory/directory-entry';
import type { EntitySettings } from '@parvis/domain/directory/entity-settings';
import type { SettingsFacts } from '@parvis/domain/directory/settings-finding';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import type { InvoiceRow } from '../invoice/invoice-list.js';

/** A public entity with what it decides; `services` is empty: an entity may have 100,000 of them. */
export interface StoredSettings {
  readonly entry: DirectoryEntry;
  readonly updatedAt: Date;
}

export interface StoredService extends DirectoryService {
  readonly updatedAt: Date;
}

export interface ServiceFilter {
  /** Words, or their beginnings, of the code, the name or the description, whatever accents and capitals. */
  readonly search?: string;
  /** Those that take invoices in on the day, or those that do not. */
  readonly open?: { readonly is: boolean; readonly on: CalendarDate };
}

export interface ServiceWindow {
  readonly limit: number;
  readonly after?: string;
}

export interface ServicePage {
  readonly services: readonly StoredService[];
  readonly next: string | undefined;
  readonly cursors: readonly string[];
}

export interface ServiceCounts {
  /** Taking invoices in on the day. */
  readonly open: number;
  /** Closed by its people, or out of its validity. */
  readonly closed: number;
}

/** Invoices that a decision by references cannot tell apart, counted. */
export interface ReceivedGroup {
  readonly serviceCode: string | undefined;
  /** An engagement number, or a contract number in its place. */
  readonly carriesEngagement: boolean;
  /** BT-23. */
  readonly framework: string | undefined;
  readonly count: number;
}

export type ReceivedKey = Omit<ReceivedGroup, 'count'>;

export interface SettingsStore {
  /** Undefined when there is no such public entity. */
  find(structureId: string): Promise<StoredSettings | undefined>;
  /** The same, locked until the unit of work ends. */
  findForChange(structureId: string): Promise<StoredSettings | undefined>;
  change(structureId: string, settings: EntitySettings, at: Date): Promise<void>;
  /** By code. Throws a RangeError for a cursor that no page gave. */
  services(structureId: string, filter: ServiceFilter, window: ServiceWindow): Promise<ServicePage>;
  countServices(structureId: string, day: CalendarDate): Promise<ServiceCounts>;
  /** The first open ones on the day in the entity's own order, those that ask for something of their own before all. */
  sampleServices(structureId: string, day: CalendarDate, limit: number): Promise<DirectoryService[]>;
  findService(structureId: string, code: string): Promise<StoredService | undefined>;
  /** The same, locked until the unit of work ends. */
  findServiceForChange(structureId: string, code: string): Promise<StoredService | undefined>;
  /** False, and nothing written, when the entity has this code already, capitals apart. */
  addService(structureId: string, service: DirectoryService, at: Date): Promise<boolean>;
  /** Replaces everything but the code and the place in the entity's order. */
  changeService(structureId: string, service: DirectoryService, at: Date): Promise<void>;
}

/** Counts over what an entity has received; nothing here reads invoices one by one. */
export interface SettingsFigures {
  /** What was deposited since then, by its references. */
  receivedSince(structureId: string, since: Date): Promise<ReceivedGroup[]>;
  /** Those of the codes that exist, and whether the entity has any service at all. */
  servicesNamed(
    structureId: string,
    codes: readonly string[],
  ): Promise<{ readonly services: readonly DirectoryService[]; readonly any: boolean }>;
  /** Newest first: invoices since then whose references are among these. */
  receivedAmong(
    structureId: string,
    asked: { readonly since: Date; readonly keys: readonly ReceivedKey[]; readonly limit: number },
  ): Promise<readonly ReceivedInvoice[]>;
  serviceFacts(structureId: string, asked: ServiceFactsAsked): Promise<ServiceFacts>;
}

export interface ReceivedInvoice {
  readonly row: InvoiceRow;
  readonly key: ReceivedKey;
}

export interface ServiceFactsAsked {
  readonly day: CalendarDate;
  /** Open services that were last changed before this, without an invoice since `unusedSince`. */
  readonly settledBefore: Date;
  readonly unusedSince: Date;
  /** Closed services that were invoiced since. */
  readonly recently: Date;
  /** How many services are named; the rest is counted. */
  readonly named: number;
}

export type ServiceFacts = Pick<
  SettingsFacts,
  'openServices' | 'unused' | 'alike' | 'closedAndInvoiced' | 'unnamed' | 'expired' | 'openInvoices'
>;
