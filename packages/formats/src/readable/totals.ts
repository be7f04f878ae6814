import type { Decimal } from '@parvis/domain/amount/decimal';
import { formatMoney, formatPercent } from '@parvis/domain/display/format';
import type { DocumentAllowanceCharge, Invoice, LineAllowanceCharge } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { type Html, html } from './html.js';
import { type Pen, part, vatRate } from './readable-page.js';
import { allowanceReasons, chargeReasons } from './words.js';

export const allowancesAndCharges = (pen: Pen, invoice: Invoice): Html | undefined => {
  const rows = adjustmentsOf(pen, invoice);
  if (rows.length === 0) return undefined;
  return part(
    pen.word('documentAllowances'),
    html`<table class="vat"><tbody>${rows.map(
      ([reason, rate, amount]) => html`<tr><td>${reason}</td><td class="rate">${rate}</td>
<td class="n">${amount}</td></tr>`,
    )}</tbody></table>`,
  );
};

/** Allowances and charges on the whole document: why, at which rate of VAT, how much with its sign. */
export const adjustmentsOf = (
  pen: Pen,
  { allowances, charges }: Invoice,
): (readonly [reason: string, rate: string, amount: string])[] => {
  const row = (entry: DocumentAllowanceCharge, sign: '−' | '+') =>
    [
      adjustmentReason(pen, entry, sign),
      vatRate(pen, { category: entry.vatCategory, rate: entry.vatRate }),
      `${sign}\u00A0${pen.money(entry.amount)}`,
    ] as const;
  return [...allowances.map((entry) => row(entry, '−')), ...charges.map((entry) => row(entry, '+'))];
};

/** « Fidélité (remise), 10 % sur 100,00 € ». */
export const adjustmentReason = (pen: Pen, entry: LineAllowanceCharge, sign: '−' | '+'): string => {
  const { percentage, baseAmount } = entry;
  const named = reasonText(pen, entry, sign);
  const share = percentage ? formatPercent(percentage, pen.language) : '';
  const base = baseAmount ? `${pen.word('on')} ${pen.money(baseAmount)}` : '';
  const basis = [share, base].filter((text) => text !== '').join(' ');
  return basis === '' ? named : `${named}, ${basis}`;
};

/** The sender's words and those of the code, each once; a code that we have no words for only where it stands alone. */
const reasonText = (pen: Pen, { reason, reasonCode }: LineAllowanceCharge, sign: '−' | '+'): string => {
  const [kind, reasons] =
    sign === '−' ? (['allowance', allowanceReasons] as const) : (['charge', chargeReasons] as const);
  const words = reasons[reasonCode ?? ''];
  const coded = words && pen.say(words);
  if (reason === undefined)
    return coded ?? (reasonCode ? `${pen.word(kind)} (${reasonCode})` : pen.word(kind));
  return coded && !reason.toLowerCase().includes(coded.toLowerCase())
    ? `${reason} (${coded.toLowerCase()})`
    : reason;
};

export const vatTable = (pen: Pen, invoice: Invoice): Html | undefined => {
  if (invoice.vatBreakdown.length === 0) return undefined;
  const rows = vatRowsOf(pen, invoice).map(
    ({ rate, exemption, base, tax }) =>
      html`<tr><td>${rate}${exemption ? html`<div class="small exemption">${exemption}</div>` : ''}</td>
<td class="n">${base}</td><td class="n">${tax}</td></tr>`,
  );
  return part(
    pen.word('vatBreakdown'),
    html`<table class="vat"><thead><tr><th scope="col">${pen.word('category')}</th><th scope="col" class="n">${pen.word('base')}</th>
<th scope="col" class="n">${pen.word('tax')}</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
};

export interface VatRow {
  readonly rate: string;
  readonly exemption: string;
  readonly base: string;
  readonly tax: string;
}

export const vatRowsOf = (pen: Pen, { vatBreakdown }: Invoice): VatRow[] =>
  vatBreakdown.map(({ category, rate, taxableAmount, taxAmount, exemptionReason, exemptionReasonCode }) => ({
    rate: vatRate(pen, { category, rate }),
    exemption: [exemptionReason, exemptionReasonCode && `(${exemptionReasonCode})`]
      .filter((text) => text)
      .join(' '),
    base: pen.money(taxableAmount),
    tax: pen.money(taxAmount),
  }));

export const totalsBlock = (pen: Pen, invoice: Invoice): Html => {
  const rows = totalRowsOf(pen, invoice);
  const [name, amount] = dueOf(pen, invoice);
  return html`<div class="totals"><dl>${rows.map(([label, value, sum]) => html`<dt class="${sum ? 'sum' : ''}">${label}</dt><dd class="${sum ? 'sum' : ''}">${value}</dd>`)}</dl>
<p class="due"><span>${name}</span><strong>${amount}</strong></p></div>`;
};

export const dueOf = (pen: Pen, { totals, typeCode }: Invoice): readonly [name: string, amount: string] => [
  pen.word(isCreditNote(typeCode) ? 'toCredit' : 'toPay'),
  pen.money(totals.due),
];

/** From the lines to what is owed; what changes nothing is left out. */
export const totalRowsOf = (
  pen: Pen,
  { totals, vatCurrency }: Invoice,
): (readonly [name: string, amount: string, isSum: boolean])[] => {
  const rows: (readonly [string, string, boolean])[] = [];
  const add = (name: string, value: string, sum = false): void => {
    if (value !== '') rows.push([name, value, sum]);
  };
  if (totals.allowances || totals.charges) {
    add(pen.word('sumOfLines'), pen.money(totals.lines));
    if (isSome(totals.allowances)) add(pen.word('sumOfAllowances'), `−\u00A0${pen.money(totals.allowances)}`);
    if (isSome(totals.charges)) add(pen.word('sumOfCharges'), `+\u00A0${pen.money(totals.charges)}`);
  }
  add(pen.word('totalExclusive'), pen.money(totals.taxExclusive), true);
  add(pen.word('totalVat'), pen.money(totals.vat));
  if (totals.vatInVatCurrency && vatCurrency && vatCurrency !== pen.currency)
    add(
      `${pen.word('totalVat')} (${vatCurrency})`,
      formatMoney(totals.vatInVatCurrency, vatCurrency, pen.language),
    );
  add(pen.word('totalInclusive'), pen.money(totals.taxInclusive), true);
  if (isSome(totals.paid)) add(pen.word('paid'), `−\u00A0${pen.money(totals.paid)}`);
  if (isSome(totals.rounding)) {
    const sign = totals.rounding.isNegative() ? '−' : '+';
    add(pen.word('rounding'), `${sign}\u00A0${pen.money(totals.rounding.absolute())}`);
  }
  return rows;
};

const isSome = (amount: Decimal | undefined): amount is Decimal => amount !== undefined && !amount.isZero();
