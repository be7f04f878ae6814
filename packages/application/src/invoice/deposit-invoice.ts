import { type Actor, isPrincipal, type Principal } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { isFatal } from '@parvis/domain/rules/fault';
import type { DocumentStore } from '../documents/document-store.js';
import type { IncomingFile } from '../documents/incoming-file.js';
import { type LoadedFile, loadIncomingFile } from '../documents/load-incoming-file.js';
import type { Clock, MarkPoint, NewId, Sha256 } from '../ports/platform.js';
import { runOrUndo } from '../ports/run-or-undo.js';
import type { Work } from '../ports/work.js';
import { actingSupplier } from './acting-supplier.js';
import { answerToKey, type DepositRefusal, type Receipt } from './deposit-receipt.js';
import type { DepositChannel } from './invoice-store.js';
import { type Judgement, judgeInvoice, NUMBER_ALREADY_USED } from './judge-invoice.js';
import type { ReadInvoice } from './read-invoice.js';
import { storeDeposit } from './store-deposit.js';

export type { DepositRefusal, Receipt } from './deposit-receipt.js';

export interface DepositInvoicePorts {
  readonly work: Work;
  readonly documents: DocumentStore;
  readonly readInvoice: ReadInvoice;
  readonly now: Clock;
  readonly newId: NewId;
  readonly sha256: Sha256;
  readonly mark: MarkPoint;
}

export interface DepositInvoiceCommand {
  /** May be left out by a person who deposits for one supplier. */
  readonly supplierId?: string;
  readonly file: IncomingFile;
  readonly attachmentUploadIds?: readonly string[];
  /** The same key with the same file answers the first receipt again. */
  readonly idempotencyKey?: string;
  readonly channel: DepositChannel;
}

export type DepositInvoice = (
  command: DepositInvoiceCommand,
  actor: Actor,
) => Promise<Result<Receipt, DepositRefusal>>;

/**
 * Takes an invoice in. The judgement is the dry run's; then one unit of work stores number, invoice, documents, first
 * event and job, and only then is there a receipt.
 */
export const makeDepositInvoice =
  (ports: DepositInvoicePorts): DepositInvoice =>
  async (command, actor) => {
    const supplier = actingSupplier(actor, 'issuedInvoice:deposit', command.supplierId);
    if (!supplier.ok) return supplier;
    if (!isPrincipal(actor)) return refuse({ code: 'signed-out' });
    const loaded = await loadIncomingFile(ports, command.file, actor);
    if (!loaded.ok) return loaded;
    return deposit(ports, { command, actor, supplierId: supplier.value, file: loaded.value });
  };

interface Depositing {
  readonly command: DepositInvoiceCommand;
  readonly actor: Principal;
  readonly supplierId: string;
  readonly file: LoadedFile;
}

const deposit = async (
  ports: DepositInvoicePorts,
  { command, actor, supplierId, file }: Depositing,
): Promise<Result<Receipt, DepositRefusal>> => {
  const { work, documents, sha256, mark } = ports;
  const { idempotencyKey, channel, attachmentUploadIds = [] } = command;
  const keyed = { supplierId, idempotencyKey, fileSha256: sha256(file.bytes) };
  const earlier = await work.run((stores) => answerToKey(stores, keyed));
  if (earlier) return earlier;
  const judgement = await judgeInvoice(ports, { ...file, supplierId });
  const { invoice, recipient, valid, syntax } = judgement;
  const first = onlyFault(judgement, NUMBER_ALREADY_USED) && judgement.numberAlreadyUsedBy;
  // The number may have been taken a moment ago by this very deposit, sent twice at once.
  if (first)
    return (
      (await work.run((stores) => answerToKey(stores, keyed))) ??
      refuse({ code: 'number-already-used', first })
    );
  if (!valid || !invoice || !recipient || syntax === 'pdf' || syntax === 'unknown')
    return refuse({ code: 'invoice-faulty', judgement });
  await documents.put(file.bytes);
  mark('deposit.bytesStored');
  const receipt = await runOrUndo(work, async (stores) => {
    const accepted = { invoice, recipient, syntax, faults: judgement.faults };
    const stored = await storeDeposit(stores, ports, {
      ...keyed,
      ...accepted,
      actor,
      file,
      channel,
      attachmentUploadIds,
    });
    if (stored.ok) mark('deposit.beforeCommit');
    return stored;
  });
  if (receipt.ok) mark('deposit.afterCommit');
  return receipt.ok ? accept(receipt.value) : receipt;
};

const onlyFault = ({ faults }: Judgement, rule: string): boolean =>
  faults.every((fault) => !isFatal(fault) || fault.rule === rule);
