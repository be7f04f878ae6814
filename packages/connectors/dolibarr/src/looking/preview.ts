import type { InvoiceEnvelope, PreviewOutcome } from '@parvis/application/accounting/accounting-connector';
import { billPreview } from '@parvis/connector-kit/bill-preview';
import { type Bilingual, say } from '@parvis/domain/display/language';
import type { DolibarrConnection } from '../connection.js';
import { accountOf, booksBill } from '../delivering/books-bill.js';
import { productsByAccount } from '../delivering/products.js';
import { findSupplier } from '../delivering/suppliers.js';

/** The bill as it would stand in Dolibarr; nothing is written. */
export const preview = async (
  client: DolibarrConnection,
  envelope: InvoiceEnvelope,
): Promise<PreviewOutcome> => {
  const { settings } = client;
  const supplier = await findSupplier(client, envelope.supplier);
  const products = await productsByAccount(client);
  const bill = booksBill(envelope, settings);
  const account = accountOf(envelope, settings);
  const unbound = [...new Set(bill.lines.map(account))].filter((code) => !products.has(code));
  return {
    kind: 'preview',
    bill: billPreview(envelope, bill, {
      there: supplier === undefined ? 'made' : 'found',
      accountOf: (line) => {
        const product = products.get(account(line));
        return product ? `${account(line)} (${product.ref})` : account(line);
      },
      taxOf: ({ vatRate }) => (vatRate.isZero() ? undefined : `${vatRate} %`),
      remarks: [
        ...(supplier === undefined ? [madeByUs] : []),
        ...unbound.map(boundByHand),
        ...(bill.lines.length === envelope.invoice.lines.length || settings.vat === 'inclusive'
          ? []
          : [fitted]),
      ],
    }),
  };
};

const madeByUs = say(
  'Ce fournisseur n’est pas encore dans Dolibarr : sa fiche sera créée.',
  'This supplier is not in Dolibarr yet: its card will be made.',
);

const boundByHand = (account: string): Bilingual =>
  say(
    `Aucun produit du catalogue ne porte le compte ${account} : la ligne est à ventiler à la main dans Dolibarr.`,
    `No product of the catalogue carries the account ${account}: the line is to be bound by hand in Dolibarr.`,
  );

const fitted = say(
  'Des lignes sont regroupées ou partagées pour que la TVA calculée par Dolibarr soit celle du fournisseur.',
  'Lines are joined or split so that the VAT Dolibarr works out is the supplier’s.',
);
