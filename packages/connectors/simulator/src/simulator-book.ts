import type { BillBook, BillThere } from '@parvis/connector-kit/deliver-once';
import { differencesFrom, plainBill, signedTotals } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { z } from 'zod';
import { encodeBill, supplierCode } from './encode-bill.js';
import type { SimulatorClient } from './simulator-client.js';
import { type BillAnswer, billAnswer, billsAnswer } from './wire.js';

/** The simulator's books, as delivering once sees them. */
export const simulatorBook = ({ ask, required }: SimulatorClient): BillBook => ({
  findByKey: async (key) => {
    const { bills } = await required({ what: 'look up by key', path: 'bills', query: { key } }, billsAnswer);
    return bills.map(toBillThere);
  },

  findOthers: async ({ invoice, supplier }, key) => {
    const query = { supplierSiret: supplierCode(supplier), reference: invoice.number ?? '' };
    const { bills } = await required({ what: 'look up by number', path: 'bills', query }, billsAnswer);
    const [ownPrefix = ''] = /^parvis:[^:]+:/.exec(key) ?? [];
    return bills
      .filter((bill) => bill.key !== key && bill.state !== 'cancelled')
      .map((bill) => ({ ...toBillThere(bill), ours: bill.key.startsWith(ownPrefix) }));
  },

  create: async (envelope, key) => {
    const body = encodeBill(envelope, key);
    return toBillThere(await required({ what: 'create', method: 'POST', path: 'bills', body }, billAnswer));
  },

  remove: async ({ reference }) => {
    await ask({ what: 'take back', method: 'DELETE', path: `bills/${reference.id}` }, z.unknown());
  },

  differences: async ({ invoice }, { reference }) => {
    const { totals } = await required({ what: 'read back', path: `bills/${reference.id}` }, billAnswer);
    return differencesFrom(signedTotals(plainBill(invoice, 2)), {
      net: Decimal.of(totals.net),
      vat: Decimal.of(totals.vat),
      gross: Decimal.of(totals.gross),
    });
  },

  attach: async ({ reference }, files) => {
    const path = `bills/${reference.id}`;
    const present = await required({ what: 'list files', path }, billAnswer);
    for (const { fileName, mediaType, sha256, bytes } of files) {
      if (present.files.some((file) => file.sha256 === sha256)) continue;
      const body = {
        name: fileName,
        mediaType,
        sha256,
        contentBase64: Buffer.from(bytes).toString('base64'),
      };
      await required({ what: 'attach', method: 'POST', path: `${path}/files`, body }, z.unknown());
    }
  },
});

const toBillThere = ({ id, number, state }: BillAnswer): BillThere => ({
  reference: { id: String(id), ...(number ? { number } : {}) },
  isDraft: state === 'draft',
});
