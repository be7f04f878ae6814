import type { Actor } from '@parvis/domain/access/actor';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { EventReason, EventSource, LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import type { Result } from '@parvis/domain/result/result';
import type { Clock, MarkPoint, NewId, Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { StoredInvoice } from './invoice-store.js';

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

export interface TransitionApplied {
  readonly invoice: StoredInvoice;
  readonly event: LifeCycleEvent;
}

export type ApplyTransition = (
  command: ApplyTransitionCommand,
  actor: Actor,
) => Promise<Result<TransitionApplied, ActRefusal>>;

/** One use case for every act on an invoice, by people and by accounting systems alike. */
export const makeApplyTransition =
  (_ports: ApplyTransitionPorts): ApplyTransition =>
  async () => {
    throw new Error('to be written');
  };
