import { type Actor, isPrincipal } from '@parvis/domain/access/actor';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { EventReason, EventSource } from '@parvis/domain/life-cycle/event';
import { type Action, decide } from '@parvis/domain/life-cycle/transitions';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { attachUploads } from '../documents/attach-uploads.js';
import type { InvoiceDocument } from '../documents/document-store.js';
import type { Clock, MarkPoint, NewId, Sha256 } from '../ports/platform.js';
import { runOrUndo } from '../ports/run-or-undo.js';
import type { Stores, Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import { actingRole } from './acting-role.js';
import { checkWording } from './check-wording.js';
import type { StoredInvoice } from './invoice-store.js';
import { offeredActions } from './offered-actions.js';
import { recordEvent, type TransitionApplied } from './record-event.js';

export type { TransitionApplied } from './record-event.js';

export interface ApplyTransitionPorts {
  readonly work: Work;
  readonly now: Clock;
  readonly newId: NewId;
  readonly sha256: Sha256;
  readonly mark: MarkPoint;
}

export interface ApplyTransitionCommand {
  readonly ref: InvoiceRef;
  readonly action: Action;
  readonly reason?: EventReason;
  /** 255 characters at most. */
  readonly comment?: string;
  readonly attachmentUploadIds?: readonly string[];
  /** The sequence the actor saw; the act is refused when the invoice has moved on. */
  readonly expectedSequence?: number;
  /** When it happened elsewhere; now by default. */
  readonly occurredAt?: Date;
  readonly source?: EventSource;
}

export type ApplyTransition = (
  command: ApplyTransitionCommand,
  actor: Actor,
) => Promise<Result<TransitionApplied, ActRefusal>>;

/** One use case for every act on an invoice, by people and by accounting systems alike. */
export const makeApplyTransition =
  ({ work, mark, ...ports }: ApplyTransitionPorts): ApplyTransition =>
  async (command, actor) => {
    const result = await runOrUndo(work, async (stores) => {
      const applied = await applyTransitionIn(stores, ports, command, actor);
      if (applied.ok) mark('act.beforeCommit');
      return applied;
    });
    if (result.ok) mark('act.afterCommit');
    return result;
  };

/** The same inside a unit of work that does more. A refusal has stored nothing. */
export const applyTransitionIn = async (
  stores: Stores,
  ports: Pick<ApplyTransitionPorts, 'now' | 'newId' | 'sha256'>,
  command: ApplyTransitionCommand,
  actor: Actor,
): Promise<Result<TransitionApplied, ActRefusal>> => {
  const invoice = await stores.invoices.findForChange(command.ref);
  if (!invoice) return refuse({ code: 'invoice-not-found' });
  const role = actingRole(actor, command.action, invoice);
  if (!role.ok) return role;
  const { action, reason, comment, expectedSequence, source } = command;
  if (expectedSequence !== undefined && expectedSequence !== invoice.sequence)
    return refuse({ code: 'changed-meanwhile', sequence: invoice.sequence });
  const decision = decide(invoice.status, action, role.value.kind);
  if (decision.kind === 'closed')
    return refuse({ code: 'action-closed', status: invoice.status, open: shownTo(actor, decision.open) });
  const wording = checkWording(command);
  if (!wording.ok) return wording;
  const recordedAt = ports.now();
  const documents = await documentsAdded(stores, ports.newId, { invoice, command, actor, at: recordedAt });
  if (!documents.ok) return documents;
  const applied = await recordEvent(stores, ports.sha256, invoice, {
    action,
    to: decision.to,
    moves: decision.kind === 'moves',
    actor: role.value,
    occurredAt: command.occurredAt ?? recordedAt,
    recordedAt,
    ...(reason ? { reason } : {}),
    ...(comment?.trim() ? { comment: comment.trim() } : {}),
    ...(source ? { source } : {}),
    documents: documents.value,
  });
  return accept(applied);
};

/** People are told of the acts they are offered; systems of all that are open to them. */
const shownTo = (actor: Actor, open: readonly Action[]): readonly Action[] => {
  const offered: readonly Action[] = offeredActions;
  return isPrincipal(actor) ? open.filter((action) => offered.includes(action)) : open;
};

interface Addition {
  readonly invoice: StoredInvoice;
  readonly command: ApplyTransitionCommand;
  readonly actor: Actor;
  readonly at: Date;
}

const documentsAdded = async (
  { uploads, invoices }: Stores,
  newId: NewId,
  { invoice, command: { attachmentUploadIds = [] }, actor, at }: Addition,
): Promise<Result<InvoiceDocument[], ActRefusal>> => {
  if (attachmentUploadIds.length === 0) return accept([]);
  const documents = await invoices.documentsOf(invoice.ref);
  const bytesBefore = documents.reduce((total, { size }) => total + size, 0);
  return attachUploads(uploads, newId, { uploadIds: attachmentUploadIds, actor, at, bytesBefore });
};
