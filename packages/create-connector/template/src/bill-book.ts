import type { DeliveryKey, InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import type { BillBook, BillThere } from '@parvis/connector-kit/deliver-once';
import { Refused } from '@parvis/connector-kit/failures';
import { differencesFrom, type PlainBill, plainBill, signedTotals } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { z } from 'zod';
import type { Client } from './client.js';
import { type Bill, bill, bills } from './wire.js';

/** How many decimals of a unit price the system takes: a finer price becomes one piece at the net amount. */
const PRICE_DECIMALS = 10;

/** The invoice as this system's books would show it. */
export const billOf = ({ invoice }: InvoiceEnvelope): PlainBill => plainBill(invoice, PRICE_DECIMALS);

/** The code under which the system knows a supplier: its SIRET, or the register and the identifier it has there. */
export const supplierCode = ({ supplier: { siret, otherIdentifier } }: InvoiceEnvelope): string =>
  siret ?? `${otherIdentifier.type} ${otherIdentifier.value}`;

/** What delivering exactly once asks of the books. `deliverOnce` decides the order; nothing here retries. */
export const billBook = (ask: Client): BillBook => ({
  findByKey: async (key) => {
    const found = await ask({ what: 'look up by key', path: 'bills', query: { key } }, bills);
    return found.bills.map(toBillThere);
  },

  findOthers: async (envelope, key) => {
    const query = { supplierSiret: supplierCode(envelope), reference: envelope.invoice.number ?? '' };
    const found = await ask({ what: 'look up by number', path: 'bills', query }, bills);
    const [ownPrefix = key] = /^parvis:[^:]+:/.exec(key) ?? [];
    return found.bills
      .filter((other) => other.key !== key && other.state !== 'cancelled')
      .map((other) => ({ ...toBillThere(other), ours: other.key.startsWith(ownPrefix) }));
  },

  create: async (envelope, key) => {
    const body = encode(envelope, key);
    return toBillThere(await ask({ what: 'create', method: 'POST', path: 'bills', body }, bill));
  },

  remove: async ({ reference }) => {
    try {
      await ask({ what: 'take back', method: 'DELETE', path: `bills/${reference.id}` }, z.unknown());
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'gone-there')) throw error;
    }
  },

  differences: async (envelope, { reference }) => {
    const { totals } = await ask({ what: 'read back', path: `bills/${reference.id}` }, bill);
    return differencesFrom(signedTotals(billOf(envelope)), {
      net: Decimal.of(totals.net),
      vat: Decimal.of(totals.vat),
      gross: Decimal.of(totals.gross),
    });
  },

  attach: async ({ reference }, files) => {
    const path = `bills/${reference.id}`;
    const present = await ask({ what: 'list files', path }, bill);
    for (const { fileName, mediaType, sha256, bytes } of files) {
      if (present.files.some((file) => file.sha256 === sha256)) continue;
      const contentBase64 = Buffer.from(bytes).toString('base64');
      const body = { name: fileName, mediaType, sha256, contentBase64 };
      await ask({ what: 'attach', method: 'POST', path: `${path}/files`, body }, z.unknown());
    }
  },
});

const toBillThere = ({ id, number, state }: Bill): BillThere => ({
  reference: { id: String(id), ...(number ? { number } : {}) },
  isDraft: state === 'draft',
});

/** Pure: the same invoice and key give the same bill. */
const encode = (envelope: InvoiceEnvelope, key: DeliveryKey): object => {
  const { invoice, supplier, serviceCode, engagementNumber } = envelope;
  const { isCreditNote, lines, vat } = billOf(envelope);
  return {
    key,
    kind: isCreditNote ? 'credit-note' : 'invoice',
    supplier: { siret: supplierCode(envelope), name: supplier.name },
    reference: invoice.number,
    issueDate: invoice.issueDate,
    currency: invoice.currency,
    ...(serviceCode ? { serviceCode } : {}),
    ...(engagementNumber ? { engagementNumber } : {}),
    lines: lines.map((line) => ({
      label: line.label,
      quantity: `${line.quantity}`,
      unitPrice: `${line.unitPrice}`,
      net: `${line.net.rounded()}`,
      vatRate: `${line.vatRate}`,
    })),
    vat: vat.map(({ rate, category, base, amount }) => ({
      rate: `${rate}`,
      category,
      base: `${base.rounded()}`,
      amount: `${amount.rounded()}`,
    })),
  };
};
