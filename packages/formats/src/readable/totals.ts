import type { Decimal } from '@parvis/domain/amount/decimal';
import { formatMoney } from '@parvis/domain/display/format';
import type { DocumentAllowanceCharge, Invoice } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { type Html, html } from './html.js';
import { type Pen, part, vatRate } from './readable-page.js';

export const allowancesAndCharges = (pen: Pen, { allowances, charges }: Invoice): Html | undefined => {
  if (allowances.length + charges.length === 0) return undefined;
  const row = (entry: DocumentAllowanceCharge, sign: '−' | '+'): Html =>
    html`<tr><td>${entry.reason ?? pen.word(sign === '−' ? 'allowance' : 'charge')}</td>
<td class="rate">${vatRate(pen, { category: entry.vatCategory, rate: entry.vatRate })}</td>
<td class="n">${sign} ${pen.money(entry.amount)}</td></tr>`;
  return part(
    pen.word('documentAllowances'),
    html`<table class="vat"><tbody>${allowances.map((entry) => row(entry, '−'))}${charges.map((entry) => row(entry, '+'))}</tbody></table>`,
  );
};

export const vatTable = (pen: Pen, { vatBreakdown }: Invoice): Html | undefined => {
  if (vatBreakdown.length === 0) return undefined;
  const rows = vatBreakdown.map(
    ({ category, rate, taxableAmount, taxAmount, exemptionReason }) =>
      html`<tr><td>${vatRate(pen, { category, rate })}${exemptionReason ? html`<div class="small">${exemptionReason}</div>` : ''}</td>
<td class="n">${pen.money(taxableAmount)}</td><td class="n">${pen.money(taxAmount)}</td></tr>`,
  );
  return part(
    pen.word('vatBreakdown'),
    html`<table class="vat"><thead><tr><th scope="col">${pen.word('category')}</th><th scope="col" class="n">${pen.word('base')}</th>
<th scope="col" class="n">${pen.word('tax')}</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
};

/** From the lines to what is owed; what changes nothing is left out. */
export const totalsBlock = (pen: Pen, { totals, typeCode, vatCurrency }: Invoice): Html => {
  const adjusted = Boolean(totals.allowances || totals.charges);
  const settled = isSome(totals.paid) || isSome(totals.rounding);
  const rows: (readonly [string, string, boolean])[] = [];
  const add = (name: string, value: string, sum = false): void => {
    if (value !== '') rows.push([name, value, sum]);
  };
  if (adjusted) {
    add(pen.word('sumOfLines'), pen.money(totals.lines));
    if (isSome(totals.allowances)) add(pen.word('sumOfAllowances'), `− ${pen.money(totals.allowances)}`);
    if (isSome(totals.charges)) add(pen.word('sumOfCharges'), `+ ${pen.money(totals.charges)}`);
  }
  add(pen.word('totalExclusive'), pen.money(totals.taxExclusive), true);
  add(pen.word('totalVat'), pen.money(totals.vat));
  if (totals.vatInVatCurrency && vatCurrency && vatCurrency !== pen.currency)
    add(
      `${pen.word('totalVat')} (${vatCurrency})`,
      formatMoney(totals.vatInVatCurrency, vatCurrency, pen.language),
    );
  add(pen.word('totalInclusive'), pen.money(totals.taxInclusive), true);
  if (settled) {
    if (isSome(totals.paid)) add(pen.word('paid'), `− ${pen.money(totals.paid)}`);
    if (isSome(totals.rounding)) add(pen.word('rounding'), pen.money(totals.rounding));
  }
  const due = pen.word(isCreditNote(typeCode) ? 'toCredit' : 'toPay');
  return html`<div class="totals"><dl>${rows.map(([name, value, sum]) => html`<dt class="${sum ? 'sum' : ''}">${name}</dt><dd class="${sum ? 'sum' : ''}">${value}</dd>`)}</dl>
<p class="due"><span>${due}</span><strong>${pen.money(totals.due)}</strong></p></div>`;
};

const isSome = (amount: Decimal | undefined): amount is Decimal => amount !== undefined && !amount.isZero();
