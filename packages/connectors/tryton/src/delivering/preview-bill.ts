import {
  type BillPreview,
  deliveryKey,
  type InvoiceEnvelope,
} from '@parvis/application/accounting/accounting-connector';
import { billPreview } from '@parvis/connector-kit/bill-preview';
import { Refused } from '@parvis/connector-kit/failures';
import { differencesFrom } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { type Bilingual, say } from '@parvis/domain/display/language';
import type { TrytonConnection } from '../connection.js';
import { referencesOf } from '../reading/references.js';
import { taxesFor } from '../reading/taxes.js';
import type { References } from '../reference-data.js';
import { type BooksBill, booksBill, vatGaps } from './books-bill.js';
import { accountCode, encodeInvoice } from './encode-invoice.js';
import { findSupplier } from './suppliers.js';
import { bookingDayOf, trytonBook } from './tryton-book.js';

/** No delivery has it: for looking as a delivery looks. */
const nobodysKey = deliveryKey('00000000-0000-0000-0000-000000000000', 1);

/** The bill as delivering would make it, refused where delivering would be; nothing is written. */
export const previewBill = async (
  connection: TrytonConnection,
  envelope: InvoiceEnvelope,
): Promise<BillPreview> => {
  const { settings } = connection;
  const references = await referencesOf(connection);
  const supplier = await findSupplier(connection, envelope);
  const bookedOn = await bookingDayOf(connection, envelope);
  const bill = booksBill(envelope, settings.vat);
  encodeInvoice(envelope, nobodysKey, {
    references,
    settings,
    supplier: supplier ?? { party: 0, address: 0 },
  });
  refuseDifferences(bill, Decimal.of(settings.tolerance));

  return billPreview(envelope, bill, {
    there: supplier ? 'found' : 'made',
    journal: references.journal.name,
    accountOf: (line) => accountNamed(accountCode(line, envelope, settings), references),
    taxOf: ({ vatRate }) => taxesFor(references.taxes, settings.taxes)(vatRate)?.name,
    remarks: [...(bookedOn ? [bookedLater(bookedOn)] : []), ...(await alreadyThere(connection, envelope))],
  });
};

const accountNamed = (code: string, { accounts }: References): string =>
  [code, accounts.get(code)?.name].filter(Boolean).join(' · ');

/** What Tryton would show is the sum of what it is given. */
const refuseDifferences = (bill: BooksBill, tolerance: Decimal): void => {
  const net = Decimal.sum(bill.lines.map((line) => line.net));
  const vat = Decimal.sum(bill.vat.map(({ amount }) => amount));
  const differences = [
    ...differencesFrom(bill.totals, { net, vat, gross: net.plus(vat) }, tolerance),
    ...vatGaps(bill, tolerance),
  ];
  if (differences.length === 0) return;
  throw new Refused(
    'amount-differs',
    say(differences.map(({ fr }) => fr).join(' '), differences.map(({ en }) => en).join(' ')),
  );
};

const bookedLater = (day: string): Bilingual =>
  say(
    `La période de la facture est close : elle sera comptabilisée au ${day}.`,
    `The invoice's period is closed: it will be booked on ${day}.`,
  );

const alreadyThere = async (
  connection: TrytonConnection,
  envelope: InvoiceEnvelope,
): Promise<readonly Bilingual[]> => {
  const others = await trytonBook(connection).findOthers(envelope, nobodysKey);
  return others.map(({ reference: { id, number } }) =>
    say(
      `Une facture de ce fournisseur porte déjà ce numéro dans Tryton (${number ?? `n° ${id}`}).`,
      `A bill of this supplier with this number is in Tryton already (${number ?? `no. ${id}`}).`,
    ),
  );
};
