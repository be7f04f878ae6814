import type { RefusalCode } from '@parvis/application/accounting/accounting-connector';
import type { Delivery, DeliveryState } from '@parvis/application/accounting/delivery-ledger';
import type { DeliveryEntity } from '../entities/delivery.entity.js';
import { withoutNulls } from '../without-nulls.js';

export const toDelivery = ({
  recipientId,
  invoiceId,
  state,
  problemCode,
  ...rest
}: DeliveryEntity): Delivery => ({
  ...withoutNulls(rest),
  ref: { recipientId, invoiceId },
  state: state as DeliveryState,
  ...(problemCode === null ? {} : { problemCode: problemCode as RefusalCode | 'unavailable' }),
});

export const toDeliveryEntity = ({ ref, ...delivery }: Delivery): DeliveryEntity => ({
  recipientId: ref.recipientId,
  invoiceId: ref.invoiceId,
  connectionId: delivery.connectionId,
  revision: delivery.revision,
  state: delivery.state,
  attempts: delivery.attempts,
  createdAt: delivery.createdAt,
  lastAttemptAt: delivery.lastAttemptAt ?? null,
  nextAttemptAt: delivery.nextAttemptAt ?? null,
  deliveredAt: delivery.deliveredAt ?? null,
  remoteId: delivery.remoteId ?? null,
  remoteNumber: delivery.remoteNumber ?? null,
  remoteStatus: delivery.remoteStatus ?? null,
  problemCode: delivery.problemCode ?? null,
  problem: delivery.problem ?? null,
});
