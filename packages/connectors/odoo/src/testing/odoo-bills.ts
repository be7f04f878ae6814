import { OdooFailure, type Row, type Tables, type Value } from './odoo-tables.js';

/** What Odoo's accounting does to bills: adding up, posting, paying, cancelling. In cents, so that sums are exact. */

const cents = (value: number): number => Math.round(value * 100 + Math.sign(value) * 1e-7);
const euros = (value: number): number => value / 100;

/** VAT rounded line by line, which is how Odoo comes; prices and quantities cut to two decimals. */
export const addUp = (tables: Tables, bill: Row): void => {
  const lines = linesOf(tables, bill, 'product');
  const sign = bill.move_type === 'in_refund' ? -1 : 1;
  let net = 0;
  const vat = new Map<number, number>();
  for (const line of lines) {
    const ofLine = cents(Number(line.quantity) * euros(cents(Number(line.price_unit))));
    net += ofLine;
    for (const tax of Array.isArray(line.tax_ids) ? line.tax_ids : []) {
      const rate = Number(tables.need('account.tax', tax).amount);
      vat.set(tax, (vat.get(tax) ?? 0) + Math.round((ofLine * rate) / 100 + Math.sign(ofLine) * 1e-7));
    }
  }
  for (const line of linesOf(tables, bill, 'tax')) tables.remove('account.move.line', line.id);
  for (const [tax, amount] of vat)
    insertLine(tables, bill, {
      display_type: 'tax',
      tax_line_id: tax,
      amount_currency: euros(sign * amount),
    });
  bill.amount_untaxed = euros(net);
  total(tables, bill);
};

/** From the lines as they stand: somebody may have written another amount on a tax line. */
export const total = (tables: Tables, bill: Row): void => {
  const sign = bill.move_type === 'in_refund' ? -1 : 1;
  const vat = linesOf(tables, bill, 'tax').reduce(
    (sum, line) => sum + cents(Number(line.amount_currency)),
    0,
  );
  bill.amount_tax = euros(sign * vat);
  bill.amount_total = euros(cents(Number(bill.amount_untaxed)) + sign * vat);
  const [debt] = linesOf(tables, bill, 'payment_term');
  const owed = -sign * Number(bill.amount_total);
  if (debt) debt.amount_currency = owed;
  else insertLine(tables, bill, { display_type: 'payment_term', amount_currency: owed });
};

export const linesOf = (tables: Tables, bill: Row, type?: string): Row[] =>
  tables
    .all('account.move.line')
    .filter(
      ({ move_id, display_type }) => move_id === bill.id && (type === undefined || display_type === type),
    );

export const insertLine = (tables: Tables, bill: Row, values: Record<string, Value>): Row =>
  tables.insert('account.move.line', { move_id: bill.id, ...values }, Number(bill.create_uid));

const setState = (tables: Tables, bill: Row, values: Record<string, Value>): void => {
  tables.update(bill, values);
  // The state is stored on every line too.
  for (const line of linesOf(tables, bill)) tables.update(line, { parent_state: String(bill.state) });
};

const ACCOUNTANT = 2;

const say = (tables: Tables, bill: Row, values: Record<string, Value>): void => {
  const message = tables.insert(
    'mail.message',
    { model: 'account.move', res_id: bill.id, body: '', subtype_id: 0, ...values },
    ACCOUNTANT,
  );
  message.date = Number(message.create_date);
};

export const post = (tables: Tables, bill: Row): void => {
  if (bill.state !== 'draft')
    throw new OdooFailure('odoo.exceptions.UserError', 'The entry must be in draft.');
  const number = tables.all('account.move').filter(({ posted_before }) => posted_before === true).length + 1;
  const name = `BILL/2026/11/${String(number).padStart(4, '0')}`;
  setState(tables, bill, { state: 'posted', name, posted_before: true });
  say(tables, bill, { message_type: 'notification' });
};

export const pay = (tables: Tables, bill: Row, share = 1): void => {
  const [debt] = linesOf(tables, bill, 'payment_term');
  if (!debt) throw new Error('the bill has no debt');
  const payment = tables.insert(
    'account.move.line',
    { move_id: 0, display_type: 'payment_term' },
    ACCOUNTANT,
  );
  const amount = Number(bill.amount_total) * share;
  tables.insert(
    'account.partial.reconcile',
    { debit_move_id: payment.id, credit_move_id: debt.id, amount },
    ACCOUNTANT,
  );
  tables.update(debt, {});
  tables.update(bill, { payment_state: share < 1 ? 'partial' : 'paid' });
  const [paid] = tables.all('mail.message.subtype').filter(({ name }) => name === 'Paid');
  if (share === 1) say(tables, bill, { message_type: 'notification', subtype_id: paid?.id ?? 0 });
};

export const takeBackPayment = (tables: Tables, bill: Row): void => {
  const [debt] = linesOf(tables, bill, 'payment_term');
  for (const partial of tables.all('account.partial.reconcile'))
    if (partial.credit_move_id === debt?.id) tables.remove('account.partial.reconcile', partial.id);
  if (debt) tables.update(debt, {});
  tables.update(bill, { payment_state: 'not_paid' });
};

export const cancel = (tables: Tables, bill: Row): void => setState(tables, bill, { state: 'cancel' });

export const comment = (tables: Tables, bill: Row, words: string): void => {
  const body = `<p>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
  say(tables, bill, { message_type: 'comment', body });
};

export const remove = (tables: Tables, bill: Row): void => {
  if (bill.state === 'posted')
    throw new OdooFailure('odoo.exceptions.UserError', 'You cannot delete a posted journal entry.');
  for (const line of linesOf(tables, bill)) tables.remove('account.move.line', line.id);
  tables.remove('account.move', bill.id);
};
