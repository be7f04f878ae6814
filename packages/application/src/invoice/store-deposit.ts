import type { Principal } from '@parvis/domain/access/actor';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { engagementNumberOf, serviceCodeOf } from '@parvis/domain/invoice/public-references';
import type { LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import { chainEvent, historyRoot } from '@parvis/domain/life-cycle/history';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Fault } from '@parvis/domain/rules/fault';
import { attachUploads } from '../documents/attach-uploads.js';
import type { InvoiceDocument } from '../documents/document-store.js';
import { mediaTypeOf } from '../documents/file-kinds.js';
import type { LoadedFile } from '../documents/load-incoming-file.js';
import type { Clock, NewId, Sha256 } from '../ports/platform.js';
import type { Stores } from '../ports/work.js';
import { answerToKey, type DepositRefusal, type KeyedFile, type Receipt } from './deposit-receipt.js';
import { essentialsOf, numberKeyOf } from './essentials.js';
import type { DepositChannel, StoredInvoice } from './invoice-store.js';
import { nameInHistory } from './name-in-history.js';
import type { InvoiceSyntax } from './read-invoice.js';

/** A deposit that was judged valid. */
export interface AcceptedDeposit extends KeyedFile {
  readonly actor: Principal;
  readonly file: LoadedFile;
  readonly channel: DepositChannel;
  readonly attachmentUploadIds: readonly string[];
  readonly invoice: Invoice;
  readonly recipient: DirectoryEntry;
  readonly syntax: InvoiceSyntax;
  readonly faults: readonly Fault[];
}

export interface DepositTools {
  readonly now: Clock;
  readonly newId: NewId;
  readonly sha256: Sha256;
}

/** Everything an accepted deposit leaves behind, inside one unit of work. A refusal asks for all of it to be undone. */
export const storeDeposit = async (
  stores: Stores,
  tools: DepositTools,
  accepted: AcceptedDeposit,
): Promise<Result<Receipt, DepositRefusal>> => {
  const deposit = { ...accepted, actor: asShown(accepted) };
  const ref = { recipientId: deposit.recipient.structureId, invoiceId: tools.newId() };
  const at = tools.now();
  const taken = await reserveNumber(stores, deposit, ref);
  if (taken) return taken;
  const documents = await documentsOf(stores, tools, deposit, at);
  if (!documents.ok) return documents;
  const firstEvent = depositEvent(tools.sha256, {
    ref,
    at,
    actor: deposit.actor,
    documents: documents.value,
  });
  const invoice = await toStored(stores, deposit, { ref, at, firstEvent });
  await stores.invoices.add(invoice, firstEvent, documents.value);
  const reused = await keepKey(stores, deposit, ref, at);
  if (reused) return reused;
  await stores.jobs.add({ kind: 'routeInvoice', ref });
  return accept({ ref, invoice, firstEvent, documentSha256: deposit.fileSha256, repeated: false });
};

/** Signed as both sides read it: with the house of whoever deposits through a mandate. */
const asShown = ({ actor, supplierId }: AcceptedDeposit): Principal => ({
  ...actor,
  name: nameInHistory(actor, supplierId),
});

/** A number that is taken may have been taken a moment ago by this very deposit, sent twice at once. */
const reserveNumber = async (
  stores: Stores,
  deposit: AcceptedDeposit,
  ref: InvoiceRef,
): Promise<Result<Receipt, DepositRefusal> | undefined> => {
  const { supplierId, invoice } = deposit;
  const key = numberKeyOf(supplierId, essentialsOf(invoice));
  if (!key) throw new TypeError('an invoice without number or date was taken for valid');
  const first = await stores.numbers.reserve({ ...key, ref });
  if (!first) return undefined;
  return (await answerToKey(stores, deposit)) ?? refuse({ code: 'number-already-used', first });
};

const documentsOf = async (
  { uploads }: Stores,
  { newId }: DepositTools,
  { file, fileSha256, actor, attachmentUploadIds }: AcceptedDeposit,
  at: Date,
): Promise<Result<InvoiceDocument[], DepositRefusal>> => {
  const original: InvoiceDocument = {
    id: newId(),
    kind: 'original',
    fileName: file.fileName,
    mediaType: mediaTypeOf(file.fileName),
    size: file.bytes.length,
    sha256: fileSha256,
    addedAt: at,
    addedBy: actor.name,
  };
  const addition = { uploadIds: attachmentUploadIds, actor, at, bytesBefore: original.size };
  const attached = await attachUploads(uploads, newId, addition);
  return attached.ok ? accept([original, ...attached.value]) : attached;
};

interface FirstEntry {
  readonly ref: InvoiceRef;
  readonly at: Date;
  readonly actor: Principal;
  readonly documents: readonly InvoiceDocument[];
}

const depositEvent = (sha256: Sha256, { ref, at, actor, documents }: FirstEntry): LifeCycleEvent =>
  chainEvent(
    {
      sequence: 1,
      action: 'deposit',
      from: null,
      to: 'deposited',
      moves: true,
      actor: { kind: 'supplier', id: actor.userId, name: actor.name },
      occurredAt: at,
      recordedAt: at,
      documentIds: documents.map(({ id }) => id),
    },
    historyRoot(ref, sha256),
    sha256,
  );

const toStored = async (
  { directory }: Stores,
  { supplierId, invoice, recipient, syntax, faults, channel }: AcceptedDeposit,
  {
    ref,
    at,
    firstEvent,
  }: { readonly ref: InvoiceRef; readonly at: Date; readonly firstEvent: LifeCycleEvent },
): Promise<StoredInvoice> => {
  const supplier = await directory.findSupplierById(supplierId);
  if (!supplier) throw new Error(`supplier ${supplierId} has members and does not exist`);
  const [serviceCode, engagementNumber] = [serviceCodeOf(invoice), engagementNumberOf(invoice)];
  return {
    ...essentialsOf(invoice),
    ref,
    supplierId,
    supplierName: supplier.name,
    recipientName: recipient.name,
    ...(serviceCode ? { serviceCode } : {}),
    ...(engagementNumber ? { engagementNumber } : {}),
    syntax,
    channel,
    status: firstEvent.to,
    sequence: firstEvent.sequence,
    lastEventHash: firstEvent.hash,
    depositedAt: at,
    statusSince: at,
    warnings: faults,
    content: invoice,
  };
};

const keepKey = async (
  stores: Stores,
  { supplierId, idempotencyKey, fileSha256 }: AcceptedDeposit,
  ref: InvoiceRef,
  usedAt: Date,
): Promise<Result<never, DepositRefusal> | undefined> => {
  if (idempotencyKey === undefined) return undefined;
  const use = { supplierId, key: idempotencyKey, sha256: fileSha256, ref, usedAt };
  // Taken a moment ago by another file: the same file would have met its own number.
  return (await stores.depositKeys.add(use)) ? undefined : refuse({ code: 'idempotency-key-reused' });
};
