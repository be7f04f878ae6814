import { Decimal } from '@parvis/domain/amount/decimal';
import type { LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import type { InvoiceDocument } from '../documents/document-store.js';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import { alice, hospital, stationer, uuid } from './cast.js';

const noon = new Date('2026-03-02T11:00:00.000Z');

/** A deposited invoice as the stores keep it. Tells itself apart by its number: `storedInvoice(3)`. */
export const storedInvoice = (number: number, variation: Partial<StoredInvoice> = {}): StoredInvoice => ({
  ref: { recipientId: hospital.structureId, invoiceId: uuid(0x1000 + number) },
  supplierId: stationer.structureId,
  supplierName: stationer.name,
  recipientName: hospital.name,
  number: `F-2026-${number}`,
  issueDate: '2026-03-02',
  typeCode: '380',
  currency: 'EUR',
  taxExclusive: Decimal.of('100.00'),
  taxInclusive: Decimal.of('120.00'),
  due: Decimal.of('120.00'),
  serviceCode: 'RESTAURATION',
  engagementNumber: 'EJ-2026-0815',
  syntax: 'ubl-invoice',
  channel: 'portal',
  status: 'deposited',
  sequence: 1,
  lastEventHash: hash('1'),
  depositedAt: noon,
  statusSince: noon,
  warnings: [{ rule: 'PV-EXAMPLE', severity: 'warning', terms: ['BT-9'], path: 'dueDate' }],
  content: anInvoice({ number: `F-2026-${number}` }),
  ...variation,
});

export const depositEvent: LifeCycleEvent = {
  sequence: 1,
  action: 'deposit',
  from: null,
  to: 'deposited',
  moves: true,
  actor: { kind: 'supplier', id: alice.userId, name: alice.name },
  occurredAt: noon,
  recordedAt: noon,
  documentIds: [],
  previousHash: hash('0'),
  hash: hash('1'),
};

/** The event that follows, with everything an event may carry. */
export const madeAvailableEvent: LifeCycleEvent = {
  ...depositEvent,
  sequence: 2,
  action: 'makeAvailable',
  from: 'deposited',
  to: 'madeAvailable',
  actor: { kind: 'platform', name: 'Parvis' },
  recordedAt: new Date('2026-03-02T11:00:01.500Z'),
  reason: { code: 'AUTRE', text: 'Pour la suite de tests' },
  comment: 'Été, « 10 € », 𝄞',
  source: { system: 'simulator', code: 'posted', reference: 'M-77' },
  previousHash: hash('1'),
  hash: hash('2'),
};

export const madeAvailable = (invoice: StoredInvoice): StoredInvoice => ({
  ...invoice,
  status: 'madeAvailable',
  sequence: 2,
  lastEventHash: hash('2'),
  madeAvailableAt: noon,
  statusSince: noon,
  paymentDueDate: '2026-04-21',
});

export const sampleDocument = (
  number: number,
  variation: Partial<InvoiceDocument> = {},
): InvoiceDocument => ({
  id: uuid(0x2000 + number),
  kind: 'original',
  fileName: 'facture été n° 42.xml',
  mediaType: 'application/xml',
  size: 2048,
  sha256: hash('d'),
  addedAt: noon,
  addedBy: alice.name,
  ...variation,
});

function hash(digit: string): string {
  return digit.repeat(64);
}
