import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import type { BillBook, BillThere } from '@parvis/connector-kit/deliver-once';
import { NotNow, Refused } from '@parvis/connector-kit/failures';
import { differencesFrom, signedTotals } from '@parvis/connector-kit/plain-bill';
import { vatBaseGaps } from '@parvis/connector-kit/vat-inside';
import { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { OdooConnection } from '../connection.js';
import { amountValue, textValue } from '../protocol/values.js';
import { attachOnce } from './attachments.js';
import { booksBill } from './books-bill.js';
import { encodeBill } from './encode-bill.js';
import { billId, externalIdsOf } from './external-ids.js';
import { load } from './loading.js';
import { referencesOf } from './references.js';
import { settleTaxes } from './settle-taxes.js';
import { ensureSupplier, findSameSupplier } from './suppliers.js';
import { taxesFor } from './taxes.js';

const billRow = z.object({ id: z.int(), state: z.string(), name: textValue });
const totalsRow = z.object({
  state: z.string(),
  move_type: z.string(),
  amount_untaxed: amountValue,
  amount_tax: amountValue,
  amount_total: amountValue,
});

export const billTypes = ['in_invoice', 'in_refund'] as const;

/** Odoo's books, as delivering this one invoice once sees them. */
export const odooBook = (client: OdooConnection, { invoice }: InvoiceEnvelope): BillBook => {
  const find = async (domain: readonly unknown[]) => {
    const { company } = await referencesOf(client);
    const rows = await client.search(
      {
        model: 'account.move',
        domain: [['company_id', '=', company.id], ['move_type', 'in', billTypes], ...domain],
        fields: ['state', 'name'],
        order: 'id',
      },
      billRow,
    );
    const names = await externalIdsOf(
      client,
      'account.move',
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ row, externalId: names.get(row.id) ?? '' }));
  };

  return {
    // The external identifier decides. An accountant may have rewritten the origin: what we made is looked through too.
    findByKey: async (key) => {
      const { userId } = await client.signedIn();
      const found = await find([
        '|',
        ['invoice_origin', '=', key],
        '&',
        ['create_uid', '=', userId],
        ['ref', '=', invoice.number ?? ''],
      ]);
      return found.filter(({ externalId }) => externalId === billId(key)).map(({ row }) => toBillThere(row));
    },

    findOthers: async ({ supplier }, key) => {
      const suppliers = await findSameSupplier(client, supplier, await referencesOf(client));
      if (suppliers.length === 0) return [];
      const found = await find([
        ['ref', '=', invoice.number ?? ''],
        ['partner_id', 'in', suppliers],
        ['state', '!=', 'cancel'],
      ]);
      const ownPrefix = billId(key).replace(/\d+$/, '');
      return found
        .filter(({ externalId }) => externalId !== billId(key))
        .map(({ row, externalId }) => ({ ...toBillThere(row), ours: externalId.startsWith(ownPrefix) }));
    },

    create: async (envelope, key) => {
      const { session, settings } = client;
      const references = await referencesOf(client);
      try {
        const payable = references.accounts.get(settings.payableAccount)?.id;
        const supplier = await ensureSupplier(client, envelope, references, payable);
        const table = encodeBill(envelope, key, { references, settings, supplier });
        const context = { allowed_company_ids: [references.company.id] };
        const id = await load(client, 'account.move', table, context);
        return { reference: { id: String(id) }, isDraft: true };
      } catch (error) {
        // An identifier we remember may have gone stale: read them again the next time.
        if (error instanceof Refused) session.references = undefined;
        throw error;
      }
    },

    remove: async ({ reference }) => {
      const id = Number(reference.id);
      try {
        await client.call({ model: 'account.move', method: 'unlink', ids: [id] }, z.unknown());
      } catch (error) {
        if (!(error instanceof Refused) || (await find([['id', '=', id]])).length > 0) throw error;
      }
    },

    differences: async (envelope, { reference, isDraft }) => {
      const { settings } = client;
      const bill = booksBill(envelope, settings.vat);
      const id = Number(reference.id);
      if (isDraft) {
        const { taxes } = await referencesOf(client);
        await settleTaxes(client, id, bill, taxesFor(taxes, settings));
      }
      const [row] = await client.search(
        {
          model: 'account.move',
          domain: [['id', '=', id]],
          fields: ['state', 'move_type', 'amount_untaxed', 'amount_tax', 'amount_total'],
        },
        totalsRow,
      );
      if (!row) throw new NotNow(vanished);
      const sign = row.move_type === 'in_refund' ? Decimal.of(-1) : Decimal.of(1);
      const shown = {
        net: row.amount_untaxed.times(sign),
        vat: row.amount_tax.times(sign),
        gross: row.amount_total.times(sign),
      };
      const tolerance = Decimal.of(settings.tolerance);
      return [...differencesFrom(signedTotals(bill), shown, tolerance), ...vatBaseGaps(bill)];
    },

    attach: ({ reference }, files) => attachOnce(client, Number(reference.id), files),
  };
};

const vanished = say(
  'La facture vient de disparaître d’Odoo ; nouvel essai prévu.',
  'The bill has just vanished from Odoo; another try is planned.',
);

/** A draft may bear a number already, which is not yet its own. */
const toBillThere = ({ id, name, state }: z.infer<typeof billRow>): BillThere => ({
  reference: { id: String(id), ...(name && state !== 'draft' ? { number: name } : {}) },
  isDraft: state === 'draft',
});
