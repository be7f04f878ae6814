import { randomUUID } from 'node:crypto';
import type {
  DeliveryKey,
  EnvelopeFile,
  InvoiceEnvelope,
} from '@parvis/application/accounting/accounting-connector';
import { readDeliveryKey } from '@parvis/application/accounting/delivery-key';
import { type PlainLine, plainBill } from '@parvis/connector-kit/plain-bill';

/** What is posted: the same frame for every type. The receiver's guide (`README.md`) says what each field holds. */
export interface WebhookEvent {
  /** The same over every try of this event. */
  readonly id: string;
  readonly type: 'invoice.delivered' | 'invoice.file' | 'invoice.withdrawn' | 'ping';
  readonly occurredAt: string;
  readonly entity?: { readonly siret: string; readonly name: string };
  readonly invoice?: {
    readonly id: string;
    readonly revision: number;
    readonly key: string;
    readonly number: string;
  };
  /** Grows from event to event of one invoice, with gaps. */
  readonly sequence?: number;
  readonly data: object;
}

/** Prices travel as text: as fine as any sender writes them. */
const PRICE_DECIMALS = 10;
/** Room for the files of one revision between two revisions. */
const EVENTS_PER_REVISION = 1000;

/** The invoice as an accounting system needs it. Its files follow, one event each. */
export const deliveredEvent = (envelope: InvoiceEnvelope, key: DeliveryKey, now: Date): WebhookEvent => ({
  ...frame(envelope, key, now, 0),
  id: key,
  type: 'invoice.delivered',
  data: { ...contentOf(envelope), files: envelope.files.map(describeFile) },
});

/** As a person reads it before anything is sent: an invoice that is no delivery yet has no key. */
export const previewEvent = (envelope: InvoiceEnvelope, now: Date): WebhookEvent =>
  deliveredEvent(envelope, 'parvis:00000000-0000-0000-0000-000000000000:1' as DeliveryKey, now);

/** One file, whole. Told by its content: the same bytes under one key are the same event. */
export const fileEvent = (
  envelope: InvoiceEnvelope,
  key: DeliveryKey,
  file: EnvelopeFile,
  now: Date,
): WebhookEvent => ({
  ...frame(envelope, key, now, 1 + envelope.files.indexOf(file)),
  id: `${key}:file:${file.sha256}`,
  type: 'invoice.file',
  data: { ...describeFile(file), contentBase64: Buffer.from(file.bytes).toString('base64') },
});

/** What was just delivered is to be forgotten: it stands there with other amounts than the invoice has. */
export const withdrawnEvent = (
  envelope: InvoiceEnvelope,
  key: DeliveryKey,
  why: string,
  now: Date,
): WebhookEvent => ({
  ...frame(envelope, key, now, EVENTS_PER_REVISION - 1),
  // An invoice may be withdrawn, delivered again and withdrawn again.
  id: `${key}:withdrawn:${randomUUID()}`,
  type: 'invoice.withdrawn',
  data: { reason: why },
});

export const pingEvent = (now: Date): WebhookEvent => ({
  id: `ping:${randomUUID()}`,
  type: 'ping',
  occurredAt: now.toISOString(),
  data: {},
});

const frame = (
  { recipient, invoice }: InvoiceEnvelope,
  key: DeliveryKey,
  now: Date,
  place: number,
): Pick<WebhookEvent, 'occurredAt' | 'entity' | 'invoice' | 'sequence'> & object => {
  const { invoiceId = '', revision = 1 } = readDeliveryKey(key) ?? {};
  return {
    occurredAt: now.toISOString(),
    entity: { siret: recipient.siret, name: recipient.name },
    invoice: { id: invoiceId, revision, key, number: invoice.number ?? '' },
    sequence: revision * EVENTS_PER_REVISION + place,
  };
};

const describeFile = ({ fileName, mediaType, sha256, bytes }: EnvelopeFile) => ({
  name: fileName,
  mediaType,
  size: bytes.length,
  sha256,
});

const contentOf = (envelope: InvoiceEnvelope): object => {
  const { invoice, supplier, serviceCode, engagementNumber } = envelope;
  const bill = plainBill(invoice, PRICE_DECIMALS);
  const dueDate = envelope.paymentDueDate ?? invoice.dueDate;
  return {
    kind: bill.isCreditNote ? 'credit-note' : 'invoice',
    typeCode: invoice.typeCode,
    issueDate: invoice.issueDate,
    ...(dueDate ? { dueDate } : {}),
    currency: invoice.currency,
    supplier: {
      name: supplier.name,
      ...(supplier.siret === undefined
        ? { identifier: { type: supplier.otherIdentifier.type, value: supplier.otherIdentifier.value } }
        : { siret: supplier.siret }),
    },
    ...(serviceCode ? { serviceCode } : {}),
    ...(engagementNumber ? { engagementNumber } : {}),
    totals: {
      net: `${bill.totals.net.rounded()}`,
      vat: `${bill.totals.vat.rounded()}`,
      gross: `${bill.totals.gross.rounded()}`,
    },
    vat: bill.vat.map(({ category, rate, base, amount }) => ({
      category,
      rate: `${rate}`,
      base: `${base.rounded()}`,
      amount: `${amount.rounded()}`,
    })),
    lines: bill.lines.map(encodeLine),
  };
};

const encodeLine = ({ label, quantity, unitPrice, net, vatCategory, vatRate }: PlainLine): object => ({
  label,
  quantity: `${quantity}`,
  unitPrice: `${unitPrice}`,
  net: `${net.rounded()}`,
  vatCategory,
  vatRate: `${vatRate}`,
});
