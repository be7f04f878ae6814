import { parseBic } from '@parvis/domain/directory/identifiers/bic';
import { parseIban } from '@parvis/domain/directory/identifiers/iban';
import { say } from '@parvis/domain/display/language';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { Refused } from '../failures.js';
import type { PesSettings } from './pes-settings.js';

/** How Hélios is to pay. A transfer takes a complete bank account, a direct debit none. */
export type PesPayment =
  | { readonly mode: '03'; readonly bic: string; readonly iban: string; readonly holder: string | undefined }
  | { readonly mode: '10' };

/** UNTDID 4461: SEPA direct debit, and the older word for it. */
const directDebits = ['49', '59'];

/** As the schema takes it: narrower than ISO 9362 in its location code. */
const isTaken = (bic: string): boolean => /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/.test(bic);

export const paymentOf = (invoice: Invoice, { banks }: Pick<PesSettings, 'banks'>): PesPayment => {
  if (invoice.payments.some(({ meansCode = '' }) => directDebits.includes(meansCode))) return { mode: '10' };
  for (const { creditTransfer } of invoice.payments) {
    const iban = parseIban(creditTransfer?.account ?? '');
    if (!iban.ok) continue;
    const written = parseBic(creditTransfer?.serviceProvider ?? '');
    const bic = written.ok && isTaken(written.value) ? written.value : bicOf(iban.value, banks);
    if (bic === undefined) throw bicMissing(iban.value);
    return { mode: '03', bic, iban: iban.value, holder: creditTransfer?.accountName };
  }
  throw accountMissing();
};

const bicOf = (iban: string, banks: PesSettings['banks']): string | undefined =>
  banks.find(({ bank }) => (/^\d{5}$/.test(bank) ? iban.slice(4, 9) === bank : iban.startsWith(bank)))?.bic;

const bicMissing = (iban: string): Refused => {
  const bank = iban.startsWith('FR') ? iban.slice(4, 9) : iban.slice(0, 8);
  return new Refused(
    'reference-data-missing',
    say(
      `La facture ne donne pas le BIC de la banque ${bank}, et Hélios refuse un IBAN sans BIC. Ajoutez cette banque au tableau « BIC des banques » des réglages, puis renvoyez la facture.`,
      `The invoice does not give the BIC of bank ${bank}, and Hélios refuses an IBAN without one. Add the bank to the table "BICs of banks" in the settings, then send again.`,
    ),
  );
};

const accountMissing = (): Refused =>
  new Refused(
    'validation-refused',
    say(
      'La facture ne donne pas d’IBAN valable, et un mandat payé par virement en demande un. Demandez-le au fournisseur, ou mandatez cette facture dans votre logiciel.',
      'The invoice gives no valid IBAN, and an order paid by transfer needs one. Ask the supplier for it, or order this payment in your own software.',
    ),
  );
