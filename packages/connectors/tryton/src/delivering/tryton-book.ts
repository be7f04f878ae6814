import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import type { BillBook, BillThere } from '@parvis/connector-kit/deliver-once';
import { Refused } from '@parvis/connector-kit/failures';
import { differencesFrom, signedTotals } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { TrytonConnection } from '../connection.js';
import { dayIn, decimalValue } from '../protocol/values.js';
import { bookingDay } from '../reading/fiscal-period.js';
import { referencesOf } from '../reading/references.js';
import { factsOf } from '../reading/server-facts.js';
import { attachOnce } from './attachments.js';
import { booksBill, vatGaps } from './books-bill.js';
import { encodeInvoice, keyMark } from './encode-invoice.js';
import { ensureSupplier } from './suppliers.js';

const billRow = z.object({
  id: z.int(),
  state: z.string(),
  number: z.string().nullable(),
  description: z.string().nullable(),
});
const totalsRow = z.object({
  untaxed_amount: decimalValue,
  tax_amount: decimalValue,
  total_amount: decimalValue,
});

/** Tryton's books, as delivering once sees them. */
export const trytonBook = (client: TrytonConnection): BillBook => {
  const find = async (domain: readonly unknown[]) => {
    const { company } = await client.signedIn();
    return client.search(
      'account.invoice',
      {
        domain: [['company', '=', company], ['type', '=', 'in'], ...domain],
        order: [['id', 'ASC']],
        fields: ['state', 'number', 'description'],
      },
      billRow,
    );
  };

  return {
    findByKey: async (key) => (await find([['description', 'like', `${keyMark(key)}%`]])).map(toBillThere),

    findOthers: async ({ invoice, supplier }, key) => {
      const rows = await find([
        ['reference', '=', invoice.number ?? ''],
        supplier.siret === undefined
          ? ['party.identifiers.code', '=', supplier.otherIdentifier.value]
          : ['party.siren', '=', supplier.siret.slice(0, 9)],
        ['state', '!=', 'cancelled'],
      ]);
      const [ownPrefix = ''] = /^parvis:[^:]+:/.exec(key) ?? [];
      return rows
        .filter(({ description }) => !description?.startsWith(keyMark(key)))
        .map((row) => ({ ...toBillThere(row), ours: row.description?.startsWith(`[${ownPrefix}`) ?? false }));
    },

    create: async (envelope, key) => {
      const references = await referencesOf(client);
      try {
        const bookedOn = await bookingDayOf(client, envelope);
        const supplier = await ensureSupplier(client, envelope, references);
        const { settings } = client;
        const values = encodeInvoice(envelope, key, { references, settings, supplier, bookedOn });
        const [id] = await client.call('account.invoice', 'create', [[values]], z.array(z.int()).min(1));
        return { reference: { id: String(id) }, isDraft: true };
      } catch (error) {
        // An identifier we remember may have gone stale: read them again the next time.
        if (error instanceof Refused) client.session.references = undefined;
        throw error;
      }
    },

    remove: async ({ reference }) => {
      const id = Number(reference.id);
      try {
        await client.call('account.invoice', 'delete', [[id]], z.unknown());
      } catch (error) {
        if (!(error instanceof Refused) || (await find([['id', '=', id]])).length > 0) throw error;
      }
    },

    differences: async (envelope, { reference }) => {
      const [row] = await client.search(
        'account.invoice',
        {
          domain: [['id', '=', Number(reference.id)]],
          fields: ['untaxed_amount', 'tax_amount', 'total_amount'],
        },
        totalsRow,
      );
      if (!row) throw goneThere(reference.id);
      const bill = booksBill(envelope, client.settings.vat);
      const shown = { net: row.untaxed_amount, vat: row.tax_amount, gross: row.total_amount };
      const tolerance = Decimal.of(client.settings.tolerance);
      return [...differencesFrom(signedTotals(bill), shown, tolerance), ...vatGaps(bill, tolerance)];
    },

    attach: ({ reference }, files) => attachOnce(client, reference.id, files),
  };
};

/** Where the invoice's own period is closed. */
export const bookingDayOf = async (connection: TrytonConnection, { invoice }: InvoiceEnvelope) => {
  const { timeZone } = await factsOf(connection);
  return bookingDay(connection, invoice.issueDate, {
    closedPeriod: connection.settings.closedPeriod,
    today: dayIn(connection.now(), timeZone),
  });
};

const goneThere = (id: string): Refused =>
  new Refused(
    'gone-there',
    say(`La facture ${id} n’est plus dans Tryton.`, `Bill ${id} is no longer in Tryton.`),
  );

const toBillThere = ({ id, number, state }: z.infer<typeof billRow>): BillThere => ({
  reference: { id: String(id), ...(number ? { number } : {}) },
  isDraft: state === 'draft',
});
