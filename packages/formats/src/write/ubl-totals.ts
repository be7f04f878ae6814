import { Decimal } from '@parvis/domain/amount/decimal';
import type {
  DocumentAllowanceCharge,
  Invoice,
  LineAllowanceCharge,
  Totals,
  VatBreakdown,
} from '@parvis/domain/invoice/invoice';
import type { Losses } from './written-xml.js';
import type { Attributes, XmlText } from './xml-text.js';

/** An allowance or charge, on the document or on a line, which has no VAT of its own. */
export const writeUblAllowance = (
  text: XmlText,
  allowance: DocumentAllowanceCharge | LineAllowanceCharge,
  isCharge: boolean,
  money: Attributes,
): void =>
  text.group('cac:AllowanceCharge', () => {
    text.leaf('cbc:ChargeIndicator', String(isCharge));
    text.leaf('cbc:AllowanceChargeReasonCode', allowance.reasonCode);
    text.leaf('cbc:AllowanceChargeReason', allowance.reason);
    text.leaf('cbc:MultiplierFactorNumeric', allowance.percentage);
    text.leaf('cbc:Amount', allowance.amount, money);
    text.leaf('cbc:BaseAmount', allowance.baseAmount, money);
    if ('vatCategory' in allowance || 'vatRate' in allowance)
      writeUblTaxCategory(text, 'cac:TaxCategory', {
        category: allowance.vatCategory,
        rate: allowance.vatRate,
      });
  });

interface TaxCategory {
  readonly category: string | undefined;
  readonly rate: Decimal | undefined;
  readonly reasonCode?: string | undefined;
  readonly reason?: string | undefined;
}

export const writeUblTaxCategory = (
  text: XmlText,
  name: string,
  { category, rate, reasonCode, reason }: TaxCategory,
): void => {
  if (category === undefined && rate === undefined && reasonCode === undefined && reason === undefined)
    return;
  text.group(name, () => {
    text.leaf('cbc:ID', category);
    text.leaf('cbc:Percent', rate);
    text.leaf('cbc:TaxExemptionReasonCode', reasonCode);
    text.leaf('cbc:TaxExemptionReason', reason);
    text.group('cac:TaxScheme', () => text.leaf('cbc:ID', 'VAT'));
  });
};

/** The VAT total with its breakdown; a second total in the accounting currency (BT-111) has none. */
export const writeUblTaxTotals = (text: XmlText, invoice: Invoice, losses: Losses): void => {
  const { totals, vatBreakdown, currency, vatCurrency } = invoice;
  const money = { currencyID: currency };
  text.group('cac:TaxTotal', () => {
    text.leaf('cbc:TaxAmount', totals.vat ?? sumOf(vatBreakdown), money);
    for (const entry of vatBreakdown) writeSubtotal(text, entry, money);
  });
  if (vatCurrency !== undefined && vatCurrency !== currency)
    text.group('cac:TaxTotal', () =>
      text.leaf('cbc:TaxAmount', totals.vatInVatCurrency, { currencyID: vatCurrency }),
    );
  else if (totals.vatInVatCurrency && !totals.vat?.equals(totals.vatInVatCurrency))
    losses.add('totals.vatInVatCurrency', totals.vatInVatCurrency);
};

/** The schema wants a total above the breakdown, where EN 16931 may leave it out. */
const sumOf = (breakdown: readonly VatBreakdown[]): Decimal | undefined =>
  breakdown.length === 0
    ? undefined
    : Decimal.sum(breakdown.map(({ taxAmount = Decimal.zero }) => taxAmount)).rounded();

const writeSubtotal = (text: XmlText, entry: VatBreakdown, money: Attributes): void =>
  text.group(
    'cac:TaxSubtotal',
    () => {
      text.leaf('cbc:TaxableAmount', entry.taxableAmount, money);
      text.leaf('cbc:TaxAmount', entry.taxAmount, money);
      writeUblTaxCategory(text, 'cac:TaxCategory', {
        category: entry.category,
        rate: entry.rate,
        reasonCode: entry.exemptionReasonCode,
        reason: entry.exemptionReason,
      });
    },
    { keep: true },
  );

export const writeUblTotals = (text: XmlText, totals: Totals, money: Attributes): void =>
  text.group('cac:LegalMonetaryTotal', () => {
    text.leaf('cbc:LineExtensionAmount', totals.lines, money);
    text.leaf('cbc:TaxExclusiveAmount', totals.taxExclusive, money);
    text.leaf('cbc:TaxInclusiveAmount', totals.taxInclusive, money);
    text.leaf('cbc:AllowanceTotalAmount', totals.allowances, money);
    text.leaf('cbc:ChargeTotalAmount', totals.charges, money);
    text.leaf('cbc:PrepaidAmount', totals.paid, money);
    text.leaf('cbc:PayableRoundingAmount', totals.rounding, money);
    text.leaf('cbc:PayableAmount', totals.due, money);
  });
