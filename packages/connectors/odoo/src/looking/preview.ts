import type { InvoiceEnvelope, PreviewOutcome } from '@parvis/application/accounting/accounting-connector';
import { billPreview } from '@parvis/connector-kit/bill-preview';
import { accountFor } from '@parvis/connector-kit/mapping';
import { say } from '@parvis/domain/display/language';
import type { OdooConnection } from '../connection.js';
import { booksBill } from '../delivering/books-bill.js';
import { referencesOf } from '../delivering/references.js';
import { findSupplier } from '../delivering/suppliers.js';
import { taxesFor } from '../delivering/taxes.js';

/** The bill as it would stand in Odoo; nothing is written. */
export const preview = async (client: OdooConnection, envelope: InvoiceEnvelope): Promise<PreviewOutcome> => {
  const { settings } = client;
  const references = await referencesOf(client);
  const supplier = await findSupplier(client, envelope.supplier, references);
  const taxFor = taxesFor(references.taxes, settings);
  return {
    kind: 'preview',
    bill: billPreview(envelope, booksBill(envelope, settings.vat), {
      there: supplier === undefined ? 'made' : 'found',
      journal: references.journal.name,
      accountOf: ({ label, vatRate }) => {
        const { serviceCode } = envelope;
        const code = accountFor(settings.accounts, settings.expenseAccount, { serviceCode, label, vatRate });
        return `${code} ${references.accounts.get(code)?.name ?? ''}`.trim();
      },
      taxOf: ({ vatRate }) => taxFor(vatRate)?.name,
      remarks: supplier === undefined ? [madeByUs] : [],
    }),
  };
};

const madeByUs = say(
  'Ce fournisseur n’est pas encore dans Odoo : sa fiche sera créée.',
  'This supplier is not in Odoo yet: its card will be made.',
);
