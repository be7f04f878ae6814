import type { Actor } from '@parvis/domain/access/actor';
import { accept, type Result } from '@parvis/domain/result/result';
import type { DocumentStore } from '../documents/document-store.js';
import type { IncomingFile } from '../documents/incoming-file.js';
import { loadIncomingFile } from '../documents/load-incoming-file.js';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import { actingSupplier } from './acting-supplier.js';
import { type Judgement, judgeInvoice } from './judge-invoice.js';
import type { ReadInvoice } from './read-invoice.js';

export interface CheckInvoicePorts {
  readonly work: Work;
  readonly documents: DocumentStore;
  readonly readInvoice: ReadInvoice;
  readonly now: Clock;
}

export interface CheckInvoiceCommand {
  /** May be left out by a person who acts for one supplier. */
  readonly supplierId?: string;
  readonly file: IncomingFile;
}

export type CheckInvoice = (
  command: CheckInvoiceCommand,
  actor: Actor,
) => Promise<Result<Judgement, ActRefusal>>;

/** The dry run: the very judgement of a deposit, and nothing is kept. */
export const makeCheckInvoice =
  (ports: CheckInvoicePorts): CheckInvoice =>
  async ({ supplierId, file }, actor) => {
    const supplier = actingSupplier(actor, 'issuedInvoice:check', supplierId);
    if (!supplier.ok) return supplier;
    const loaded = await loadIncomingFile(ports, file, actor);
    if (!loaded.ok) return loaded;
    return accept(await judgeInvoice(ports, { ...loaded.value, supplierId: supplier.value }));
  };
