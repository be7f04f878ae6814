import type {
  DocumentAllowanceCharge,
  Invoice,
  LineAllowanceCharge,
  PaymentInstruction,
  VatBreakdown,
} from '@parvis/domain/invoice/invoice';
import { in2475 } from '../binding/untdid-2475.js';
import { writeCiiParty } from './cii-parties.js';
import { writeCiiDay, writeCiiPeriod } from './cii-values.js';
import type { Losses } from './written-xml.js';
import type { XmlText } from './xml-text.js';

/** Currencies, payment, VAT, allowances and totals of the document. */
export const writeCiiSettlement = (text: XmlText, invoice: Invoice, losses: Losses): void =>
  text.group(
    'ram:ApplicableHeaderTradeSettlement',
    () => {
      const { payments, payee } = invoice;
      text.leaf('ram:CreditorReferenceID', shared(payments, 'directDebit.creditorIdentifier', losses));
      text.leaf('ram:PaymentReference', shared(payments, 'remittanceInformation', losses));
      writeVatCurrency(text, invoice, losses);
      text.leaf('ram:InvoiceCurrencyCode', invoice.currency);
      if (payee)
        writeCiiParty(text, 'ram:PayeeTradeParty', {
          ...payee,
          identifiers: payee.identifier ? [payee.identifier] : [],
        });
      for (const payment of payments) writePayment(text, payment);
      writeBreakdown(text, invoice, losses);
      writeCiiPeriod(text, invoice.period);
      for (const allowance of invoice.allowances) writeCiiAllowance(text, allowance, false);
      for (const charge of invoice.charges) writeCiiAllowance(text, charge, true);
      writeTerms(text, invoice, losses);
      writeTotals(text, invoice, losses);
      writePrecedingInvoices(text, invoice);
      writeCiiAccount(text, invoice.buyerAccountingReference);
    },
    { keep: true },
  );

/** BR-53 of CII does not have the invoice's own currency as that of accounting. */
const writeVatCurrency = (text: XmlText, { currency, vatCurrency }: Invoice, losses: Losses): void => {
  if (vatCurrency !== currency) text.leaf('ram:TaxCurrencyCode', vatCurrency);
  else losses.add('vatCurrency', vatCurrency);
};

const sharedValues = {
  remittanceInformation: (payment) => payment.remittanceInformation,
  'directDebit.mandateReference': (payment) => payment.directDebit?.mandateReference,
  'directDebit.creditorIdentifier': (payment) => payment.directDebit?.creditorIdentifier,
} as const satisfies Record<string, (payment: PaymentInstruction) => string | undefined>;

/** What CII tells once for all payments, and the model in each. */
const shared = (
  payments: readonly PaymentInstruction[],
  field: keyof typeof sharedValues,
  losses: Losses,
): string | undefined => {
  const found = payments.map(
    (payment, index) => [`payments[${index}].${field}`, sharedValues[field](payment)] as const,
  );
  losses.addDiffering(found);
  return found.find(([, value]) => value !== undefined)?.[1];
};

const writePayment = (text: XmlText, payment: PaymentInstruction): void =>
  text.group(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    () => {
      const { card, creditTransfer, directDebit } = payment;
      text.leaf('ram:TypeCode', payment.meansCode);
      text.leaf('ram:Information', payment.meansText);
      if (card)
        text.group(
          'ram:ApplicableTradeSettlementFinancialCard',
          () => {
            text.leaf('ram:ID', card.lastDigits);
            text.leaf('ram:CardholderName', card.holderName);
          },
          { keep: true },
        );
      text.group('ram:PayerPartyDebtorFinancialAccount', () =>
        text.leaf('ram:IBANID', directDebit?.debitedAccount),
      );
      if (creditTransfer) writeAccount(text, creditTransfer);
    },
    { keep: true },
  );

const writeAccount = (
  text: XmlText,
  { account, accountName, serviceProvider }: NonNullable<PaymentInstruction['creditTransfer']>,
): void => {
  const isIban = account !== undefined && /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account.replaceAll(' ', ''));
  text.group(
    'ram:PayeePartyCreditorFinancialAccount',
    () => {
      text.leaf('ram:IBANID', isIban ? account : undefined);
      text.leaf('ram:AccountName', accountName);
      text.leaf('ram:ProprietaryID', isIban ? undefined : account);
    },
    { keep: true },
  );
  text.group('ram:PayeeSpecifiedCreditorFinancialInstitution', () => text.leaf('ram:BICID', serviceProvider));
};

/** The day VAT falls due stands in the breakdown: its date once (CII-SR-461), its code in each entry alike. */
const writeBreakdown = (text: XmlText, invoice: Invoice, losses: Losses): void => {
  const { vatBreakdown, vatPointDate, vatPointDateCode } = invoice;
  const code = vatPointDateCode && (in2475[vatPointDateCode] ?? vatPointDateCode);
  for (const [index, entry] of vatBreakdown.entries())
    writeTax(text, entry, index === 0 ? vatPointDate : undefined, code);
  if (vatBreakdown.length > 0) return;
  losses.add('vatPointDate', vatPointDate);
  losses.add('vatPointDateCode', vatPointDateCode);
};

const writeTax = (
  text: XmlText,
  entry: VatBreakdown,
  pointDate: string | undefined,
  pointCode: string | undefined,
): void =>
  text.group('ram:ApplicableTradeTax', () => {
    text.leaf('ram:CalculatedAmount', entry.taxAmount);
    text.leaf('ram:TypeCode', 'VAT');
    text.leaf('ram:ExemptionReason', entry.exemptionReason);
    text.leaf('ram:BasisAmount', entry.taxableAmount);
    text.leaf('ram:CategoryCode', entry.category);
    text.leaf('ram:ExemptionReasonCode', entry.exemptionReasonCode);
    writeCiiDay(text, 'ram:TaxPointDate', pointDate, 'udt:DateString');
    text.leaf('ram:DueDateTypeCode', pointCode);
    text.leaf('ram:RateApplicablePercent', entry.rate);
  });

/** An allowance or charge, on the document or on a line, which has no VAT of its own. */
export const writeCiiAllowance = (
  text: XmlText,
  allowance: DocumentAllowanceCharge | LineAllowanceCharge,
  isCharge: boolean,
): void =>
  text.group('ram:SpecifiedTradeAllowanceCharge', () => {
    text.group('ram:ChargeIndicator', () => text.leaf('udt:Indicator', String(isCharge)));
    text.leaf('ram:CalculationPercent', allowance.percentage);
    text.leaf('ram:BasisAmount', allowance.baseAmount);
    text.leaf('ram:ActualAmount', allowance.amount);
    text.leaf('ram:ReasonCode', allowance.reasonCode);
    text.leaf('ram:Reason', allowance.reason);
    if (
      ('vatCategory' in allowance && allowance.vatCategory !== undefined) ||
      ('vatRate' in allowance && allowance.vatRate)
    )
      text.group('ram:CategoryTradeTax', () => {
        text.leaf('ram:TypeCode', 'VAT');
        text.leaf('ram:CategoryCode', allowance.vatCategory);
        text.leaf('ram:RateApplicablePercent', allowance.vatRate);
      });
  });

const writeTerms = (text: XmlText, invoice: Invoice, losses: Losses): void =>
  text.group('ram:SpecifiedTradePaymentTerms', () => {
    text.leaf('ram:Description', invoice.paymentTerms);
    writeCiiDay(text, 'ram:DueDateDateTime', invoice.dueDate);
    text.leaf('ram:DirectDebitMandateID', shared(invoice.payments, 'directDebit.mandateReference', losses));
  });

const writeTotals = (text: XmlText, { totals, currency, vatCurrency }: Invoice, losses: Losses): void =>
  text.group('ram:SpecifiedTradeSettlementHeaderMonetarySummation', () => {
    text.leaf('ram:LineTotalAmount', totals.lines);
    text.leaf('ram:ChargeTotalAmount', totals.charges);
    text.leaf('ram:AllowanceTotalAmount', totals.allowances);
    text.leaf('ram:TaxBasisTotalAmount', totals.taxExclusive);
    text.leaf('ram:TaxTotalAmount', totals.vat, { currencyID: currency });
    if (vatCurrency !== undefined && vatCurrency !== currency)
      text.leaf('ram:TaxTotalAmount', totals.vatInVatCurrency, { currencyID: vatCurrency });
    else losses.add('totals.vatInVatCurrency', totals.vatInVatCurrency);
    text.leaf('ram:RoundingAmount', totals.rounding);
    text.leaf('ram:GrandTotalAmount', totals.taxInclusive);
    text.leaf('ram:TotalPrepaidAmount', totals.paid);
    text.leaf('ram:DuePayableAmount', totals.due);
  });

const writePrecedingInvoices = (text: XmlText, { precedingInvoices }: Invoice): void => {
  for (const { number, issueDate } of precedingInvoices)
    text.group(
      'ram:InvoiceReferencedDocument',
      () => {
        text.leaf('ram:IssuerAssignedID', number);
        writeCiiDay(text, 'ram:FormattedIssueDateTime', issueDate, 'qdt:DateTimeString');
      },
      { keep: true },
    );
};

export const writeCiiAccount = (text: XmlText, reference: string | undefined): void =>
  text.group('ram:ReceivableSpecifiedTradeAccountingAccount', () => text.leaf('ram:ID', reference));
