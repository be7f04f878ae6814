import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { EventActor, LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import type { Action, Status } from '@parvis/domain/life-cycle/transitions';
import type { LifeCycleEventEntity } from '../entities/life-cycle-event.entity.js';

export const toEvent = (entity: LifeCycleEventEntity): LifeCycleEvent => ({
  sequence: entity.sequence,
  action: entity.action as Action,
  from: entity.fromStatus as Status | null,
  to: entity.toStatus as Status,
  moves: entity.moves,
  actor: {
    kind: entity.actorKind as EventActor['kind'],
    name: entity.actorName,
    ...(entity.actorId === null ? {} : { id: entity.actorId }),
  },
  occurredAt: entity.occurredAt,
  recordedAt: entity.recordedAt,
  ...reasonOf(entity),
  ...(entity.comment === null ? {} : { comment: entity.comment }),
  documentIds: entity.documentIds,
  ...sourceOf(entity),
  previousHash: entity.previousHash,
  hash: entity.hash,
});

const reasonOf = ({ reasonCode, reasonText }: LifeCycleEventEntity): Pick<LifeCycleEvent, 'reason'> =>
  reasonCode === null
    ? {}
    : { reason: { code: reasonCode, ...(reasonText === null ? {} : { text: reasonText }) } };

const sourceOf = (entity: LifeCycleEventEntity): Pick<LifeCycleEvent, 'source'> =>
  entity.sourceSystem === null || entity.sourceCode === null
    ? {}
    : {
        source: {
          system: entity.sourceSystem,
          code: entity.sourceCode,
          ...(entity.sourceReference === null ? {} : { reference: entity.sourceReference }),
        },
      };

export const toEventEntity = (
  { recipientId, invoiceId }: InvoiceRef,
  event: LifeCycleEvent,
): LifeCycleEventEntity => ({
  recipientId,
  invoiceId,
  sequence: event.sequence,
  action: event.action,
  fromStatus: event.from,
  toStatus: event.to,
  moves: event.moves,
  actorKind: event.actor.kind,
  actorId: event.actor.id ?? null,
  actorName: event.actor.name,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  reasonCode: event.reason?.code ?? null,
  reasonText: event.reason?.text ?? null,
  comment: event.comment ?? null,
  documentIds: [...event.documentIds],
  sourceSystem: event.source?.system ?? null,
  sourceCode: event.source?.code ?? null,
  sourceReference: event.source?.reference ?? null,
  previousHash: event.previousHash,
  hash: event.hash,
});
