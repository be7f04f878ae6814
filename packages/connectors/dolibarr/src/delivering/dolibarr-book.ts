import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import type { BillBook, BillThere } from '@parvis/connector-kit/deliver-once';
import { NotNow, Refused } from '@parvis/connector-kit/failures';
import { differencesFrom, signedTotals } from '@parvis/connector-kit/plain-bill';
import { vatBaseGaps } from '@parvis/connector-kit/vat-inside';
import { Decimal } from '@parvis/domain/amount/decimal';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { DolibarrConnection } from '../connection.js';
import { filterText, numberValue } from '../protocol/values.js';
import { attachOnce } from './attachments.js';
import { ABANDONED, type BillRow, billRow, DRAFT, isNumbered } from './bill-row.js';
import { booksBill } from './books-bill.js';
import { encodeBill } from './encode-bill.js';
import { productsByAccount } from './products.js';
import { ensureSupplier, findSameSupplier } from './suppliers.js';

/** Dolibarr's books, as delivering once sees them. */
export const dolibarrBook = (client: DolibarrConnection): BillBook => {
  const find = (filters: readonly string[], query: Readonly<Record<string, string>> = {}) =>
    client.list({ path: 'supplierinvoices', filters, query }, billRow);

  const underNumber = async (number: string, suppliers: readonly number[]): Promise<BillRow[]> => {
    if (suppliers.length === 0) return [];
    const rows = await find([`(t.ref_supplier:like:'${filterText(number)}')`], {
      thirdparty_ids: suppliers.join(','),
    });
    return rows.filter(({ ref_supplier }) => ref_supplier === number);
  };

  const read = (id: string): Promise<BillRow> =>
    client.ask({ path: `supplierinvoices/${id}` }, billRow).catch((error: unknown) => {
      throw error instanceof Refused && error.code === 'gone-there' ? new NotNow(vanished) : error;
    });

  return {
    findByKey: async (key) => (await find([`(t.ref_ext:=:'${key}')`])).map(toBillThere),

    findOthers: async ({ invoice, supplier }, key) => {
      const rows = await underNumber(invoice.number ?? '', await findSameSupplier(client, supplier));
      const ownPrefix = key.replace(/\d+$/, '');
      return rows
        .filter(({ ref_ext, status }) => ref_ext !== key && status !== ABANDONED)
        .map((row) => ({ ...toBillThere(row), ours: row.ref_ext?.startsWith(ownPrefix) ?? false }));
    },

    create: async (envelope, key) => {
      const { settings } = client;
      const supplier = await ensureSupplier(client, envelope, settings.payableAccount);
      const corrects = await correctedBy(envelope, supplier, underNumber);
      const products = await productsByAccount(client);
      const body = encodeBill(envelope, key, { settings, supplier, products, corrects });
      try {
        const id = await client.ask({ method: 'POST', path: 'supplierinvoices', body }, numberValue);
        return { reference: { id: String(id) }, isDraft: true };
      } catch (error) {
        // One number of one supplier stands there once: a unique index says no, in the language of the account.
        if (!(error instanceof Refused) || error.code !== 'validation-refused') throw error;
        const [twin] = await underNumber(envelope.invoice.number ?? '', [supplier]);
        if (twin?.ref_ext === key) return toBillThere(twin);
        throw twin ? new Refused('typed-in-by-hand', taken(twin)) : error;
      }
    },

    remove: async ({ reference: { id } }) => {
      try {
        await client.ask({ method: 'DELETE', path: `supplierinvoices/${id}` }, z.unknown());
      } catch (error) {
        if (!(error instanceof Refused) || (await find([`(t.rowid:=:${id})`])).length > 0) throw error;
      }
    },

    differences: async (envelope, { reference }) => {
      const { total_ht: net, total_tva: vat, total_ttc: gross } = await read(reference.id);
      const bill = booksBill(envelope, client.settings);
      const tolerance = Decimal.of(client.settings.tolerance);
      return [...differencesFrom(signedTotals(bill), { net, vat, gross }, tolerance), ...vatBaseGaps(bill)];
    },

    attach: async ({ reference: { id } }, files) => {
      if (files.length === 0) return;
      const { ref } = await read(id);
      await attachOnce(client, { id, ref }, files);
    },
  };
};

/** The invoice that a credit note corrects, where it stands there. */
const correctedBy = async (
  { invoice }: InvoiceEnvelope,
  supplier: number,
  underNumber: (number: string, suppliers: readonly number[]) => Promise<BillRow[]>,
): Promise<number | undefined> => {
  const number = invoice.precedingInvoices?.[0]?.number;
  return number === undefined ? undefined : (await underNumber(number, [supplier]))[0]?.id;
};

const toBillThere = ({ id, ref, status }: BillRow): BillThere => ({
  reference: { id: String(id), ...(isNumbered(ref) ? { number: ref } : {}) },
  isDraft: status === DRAFT,
});

const taken = ({ ref, status }: BillRow): Bilingual =>
  status === ABANDONED
    ? say(
        `Une facture abandonnée de ce fournisseur porte déjà ce numéro (${ref}). Dolibarr n’en admet qu’une : supprimez-la, puis renvoyez la facture.`,
        `An abandoned bill of this supplier bears this number already (${ref}). Dolibarr allows one only: delete it, then send again.`,
      )
    : say(
        `Une facture de ce fournisseur porte déjà ce numéro (${ref}). Supprimez cette saisie ou refusez la facture, puis renvoyez la facture.`,
        `A bill of this supplier bears this number already (${ref}). Delete that entry or refuse the invoice, then send again.`,
      );

const vanished = say(
  'La facture vient de disparaître de Dolibarr ; nouvel essai prévu.',
  'The bill has just vanished from Dolibarr; another try is planned.',
);
