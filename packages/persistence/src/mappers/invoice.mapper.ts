import type { InvoiceRow } from '@parvis/application/invoice/invoice-list';
import type { DepositChannel, StoredInvoice } from '@parvis/application/invoice/invoice-store';
import { Decimal } from '@parvis/domain/amount/decimal';
import { invoiceFromJson, invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { Fault } from '@parvis/domain/rules/fault';
import type { InvoiceEntity } from '../entities/invoice.entity.js';
import { withoutNulls } from '../without-nulls.js';

/** Everything but what only the whole invoice carries. */
export const toInvoiceRow = ({
  recipientId,
  invoiceId,
  taxExclusive,
  taxInclusive,
  due,
  channel,
  status,
  warnings: _warnings,
  content: _content,
  ...rest
}: InvoiceEntity): InvoiceRow => ({
  ...withoutNulls(rest),
  ref: { recipientId, invoiceId },
  taxExclusive: Decimal.of(taxExclusive),
  taxInclusive: Decimal.of(taxInclusive),
  due: Decimal.of(due),
  channel: channel as DepositChannel,
  status: status as Status,
});

/** For entities read with their warnings and content. */
export const toStoredInvoice = (entity: InvoiceEntity): StoredInvoice => ({
  ...toInvoiceRow(entity),
  warnings: entity.warnings as readonly Fault[],
  content: invoiceFromJson(entity.content),
});

export const toInvoiceEntity = ({
  ref,
  taxExclusive,
  taxInclusive,
  due,
  content,
  ...invoice
}: StoredInvoice): InvoiceEntity => ({
  ...ref,
  supplierId: invoice.supplierId,
  supplierName: invoice.supplierName,
  recipientName: invoice.recipientName,
  number: invoice.number,
  issueDate: invoice.issueDate,
  typeCode: invoice.typeCode,
  currency: invoice.currency,
  taxExclusive: taxExclusive.toString(),
  taxInclusive: taxInclusive.toString(),
  due: due.toString(),
  syntax: invoice.syntax,
  channel: invoice.channel,
  depositedAt: invoice.depositedAt,
  content: invoiceToJson(content) as object,
  ...toProjection({ ref, taxExclusive, taxInclusive, due, content, ...invoice }),
});

/** What events may change; all the rest stays as sent. */
export type InvoiceProjection = Pick<
  InvoiceEntity,
  | 'status'
  | 'sequence'
  | 'lastEventHash'
  | 'statusSince'
  | 'madeAvailableAt'
  | 'paymentDueDate'
  | 'serviceCode'
  | 'engagementNumber'
  | 'warnings'
>;

export const toProjection = (invoice: StoredInvoice): InvoiceProjection => ({
  status: invoice.status,
  sequence: invoice.sequence,
  lastEventHash: invoice.lastEventHash,
  statusSince: invoice.statusSince,
  madeAvailableAt: invoice.madeAvailableAt ?? null,
  paymentDueDate: invoice.paymentDueDate ?? null,
  serviceCode: invoice.serviceCode ?? null,
  engagementNumber: invoice.engagementNumber ?? null,
  warnings: invoice.warnings,
});

export const toRef = ({ recipientId, invoiceId }: InvoiceRef): InvoiceRef => ({ recipientId, invoiceId });
