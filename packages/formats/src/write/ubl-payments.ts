import type { Invoice, PaymentInstruction } from '@parvis/domain/invoice/invoice';
import type { UblRoot } from './ubl-header.js';
import type { Losses } from './written-xml.js';
import type { XmlText } from './xml-text.js';

/** Payment instructions, one element for each account, and the terms. */
export const writeUblPayments = (text: XmlText, invoice: Invoice, root: UblRoot, losses: Losses): void => {
  const { payments, dueDate, paymentTerms } = invoice;
  const naming = namingOf(payments, losses);
  for (const [index, payment] of payments.entries())
    writePayment(text, payment, {
      // Once in a document: UBL-SR-45.
      dueDate: root === 'CreditNote' && index === 0 ? dueDate : undefined,
      meansText: index === naming ? payment.meansText : undefined,
    });
  // A credit note has no due date of its own; it stands in the payment means, whose code the schema demands.
  if (root === 'CreditNote' && payments.length === 0) losses.add('dueDate', dueDate);
  text.group('cac:PaymentTerms', () => text.leaf('cbc:Note', paymentTerms));
};

/** The payment that bears the text of the means, an attribute of its code; once in a document (UBL-SR-46). */
const namingOf = (payments: readonly PaymentInstruction[], losses: Losses): number => {
  const naming = payments.findIndex(
    ({ meansText, meansCode }) => meansText !== undefined && meansCode !== undefined,
  );
  for (const [index, { meansText }] of payments.entries())
    if (meansText !== payments[naming]?.meansText) losses.add(`payments[${index}].meansText`, meansText);
  return naming;
};

const writePayment = (
  text: XmlText,
  payment: PaymentInstruction,
  once: { readonly dueDate: string | undefined; readonly meansText: string | undefined },
): void => {
  const { meansCode, remittanceInformation, creditTransfer, card, directDebit } = payment;
  const { meansText } = once;
  text.group(
    'cac:PaymentMeans',
    () => {
      text.leaf('cbc:PaymentMeansCode', meansCode, { name: meansText });
      text.leaf('cbc:PaymentDueDate', once.dueDate);
      text.leaf('cbc:PaymentID', remittanceInformation);
      if (card) writeCard(text, card);
      if (creditTransfer) writeAccount(text, creditTransfer);
      if (directDebit) writeMandate(text, directDebit);
    },
    { keep: true },
  );
};

/** The schema demands the card's network, which EN 16931 does not know. */
const writeCard = (text: XmlText, card: NonNullable<PaymentInstruction['card']>): void =>
  text.group(
    'cac:CardAccount',
    () => {
      text.leaf('cbc:PrimaryAccountNumberID', card.lastDigits);
      text.leaf('cbc:NetworkID', 'NA');
      text.leaf('cbc:HolderName', card.holderName);
    },
    { keep: true },
  );

const writeAccount = (
  text: XmlText,
  { account, accountName, serviceProvider }: NonNullable<PaymentInstruction['creditTransfer']>,
): void =>
  text.group(
    'cac:PayeeFinancialAccount',
    () => {
      text.leaf('cbc:ID', account);
      text.leaf('cbc:Name', accountName);
      text.group('cac:FinancialInstitutionBranch', () => text.leaf('cbc:ID', serviceProvider));
    },
    { keep: true },
  );

const writeMandate = (
  text: XmlText,
  { mandateReference, debitedAccount }: NonNullable<PaymentInstruction['directDebit']>,
): void =>
  text.group(
    'cac:PaymentMandate',
    () => {
      text.leaf('cbc:ID', mandateReference);
      text.group('cac:PayerFinancialAccount', () => text.leaf('cbc:ID', debitedAccount));
    },
    { keep: true },
  );
