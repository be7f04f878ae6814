import { addUp, insertLine, linesOf } from './odoo-bills.js';
import { OdooFailure, type Row, type Tables, type Value } from './odoo-tables.js';

interface LoadAnswer {
  readonly ids: readonly number[] | false;
  readonly messages: readonly { readonly type: string; readonly message: string; readonly record: number }[];
  readonly nextrow: number;
}

/** Odoo's import: one record a row, its lines on the rows that follow. External identifiers are unique. */
export const loadRows = (
  tables: Tables,
  model: string,
  columns: readonly string[],
  data: readonly (readonly string[])[],
  user: number,
): LoadAnswer => {
  try {
    const ids = recordsOf(columns, data).map((record) => loadRecord(tables, model, record, user));
    return { ids, messages: [], nextrow: 0 };
  } catch (error) {
    // Refusals of a record are told among the messages, in an answer that is a success.
    if (!(error instanceof OdooFailure)) throw error;
    return { ids: false, messages: [{ type: 'error', message: error.message, record: 0 }], nextrow: 0 };
  }
};

interface LoadedRecord {
  readonly own: ReadonlyMap<string, string>;
  readonly lines: readonly ReadonlyMap<string, string>[];
}

const LINES = 'invoice_line_ids/';

const recordsOf = (columns: readonly string[], data: readonly (readonly string[])[]): LoadedRecord[] => {
  const records: { own: Map<string, string>; lines: Map<string, string>[] }[] = [];
  for (const row of data) {
    const cells = columns.map((name, index): [string, string] => [name, String(row[index] ?? '')]);
    const own = cells.filter(([name, value]) => !name.startsWith(LINES) && value !== '');
    if (own.length > 0) records.push({ own: new Map(own), lines: [] });
    const line = cells
      .filter(([name, value]) => name.startsWith(LINES) && value !== '')
      .map(([name, value]): [string, string] => [name.slice(LINES.length), value]);
    if (line.length > 0) records.at(-1)?.lines.push(new Map(line));
  }
  return records;
};

const loadRecord = (tables: Tables, model: string, { own, lines }: LoadedRecord, user: number): number => {
  const values = valuesOf(tables, own);
  if (model === 'res.partner') checkVat(String(values.vat ?? ''));
  const defaults: Record<string, Value> =
    model === 'account.move'
      ? { state: 'draft', payment_state: 'not_paid', name: '/', posted_before: false, amount_untaxed: 0 }
      : {};
  const journal = tables.get('account.journal', Number(values.journal_id));
  if (journal) values.company_id = Number(journal.company_id);
  const row = upsert(tables, model, own.get('id'), values, defaults, user);
  if (model === 'account.move') loadLines(tables, row, lines, user);
  return row.id;
};

const loadLines = (
  tables: Tables,
  bill: Row,
  lines: readonly ReadonlyMap<string, string>[],
  user: number,
): void => {
  if (bill.state !== 'draft')
    throw new OdooFailure('odoo.exceptions.UserError', 'You cannot modify a posted entry of this journal.');
  for (const line of lines) {
    const values = { ...valuesOf(tables, line), display_type: 'product' };
    const name = line.get('id');
    const known = name === undefined ? undefined : named(tables, 'account.move.line', name);
    if (known) tables.update(known, values);
    else {
      const made = insertLine(tables, bill, values);
      if (name !== undefined) bear(tables, 'account.move.line', made.id, name, user);
    }
  }
  if (linesOf(tables, bill, 'product').length === 0)
    throw new OdooFailure('odoo.exceptions.ValidationError', 'You need to add a line before posting.');
  addUp(tables, bill);
};

const upsert = (
  tables: Tables,
  model: string,
  externalId: string | undefined,
  values: Record<string, Value>,
  defaults: Record<string, Value>,
  user: number,
): Row => {
  const known = externalId === undefined ? undefined : named(tables, model, externalId);
  if (known) {
    tables.update(known, values);
    return known;
  }
  const row = tables.insert(model, { ...defaults, ...values }, user);
  if (externalId !== undefined) bear(tables, model, row.id, externalId, user);
  return row;
};

/** The record an external identifier leads to; none when the record was deleted. */
export const named = (tables: Tables, model: string, externalId: string): Row | undefined => {
  const data = tables
    .all('ir.model.data')
    .find(
      (row) =>
        row.complete_name === externalId && row.model === model && tables.get(model, Number(row.res_id)),
    );
  return data && tables.get(model, Number(data.res_id));
};

export const bear = (tables: Tables, model: string, id: number, externalId: string, user: number): void => {
  if (/\s/.test(externalId))
    throw new OdooFailure('odoo.exceptions.ValidationError', 'External IDs cannot contain spaces');
  tables.insert('ir.model.data', { complete_name: externalId, model, res_id: id }, user);
};

const numbers = new Set(['quantity', 'price_unit', 'supplier_rank']);

/** Text as it stands in the cells: `partner_id/.id` names a record by its identifier. */
const valuesOf = (tables: Tables, cells: ReadonlyMap<string, string>): Record<string, Value> =>
  Object.fromEntries(
    [...cells]
      .filter(([name]) => name !== 'id')
      .map(([name, text]): [string, Value] => {
        const [field = name, part] = name.split('/');
        if (part !== '.id') return [field, numbers.has(field) ? numberOf(field, text) : text];
        const ids = text.split(',').map(Number);
        if (ids.some((id) => !Number.isInteger(id)))
          throw new OdooFailure(
            'builtins.ValueError',
            `Invalid database id '${text}' for the field '${field}'`,
          );
        if (field === 'tax_ids') return [field, ids];
        const [id = 0] = ids;
        const model = linked[field];
        if (model !== undefined) tables.need(model, id);
        return [field, id];
      }),
  );

const linked: Readonly<Record<string, string>> = {
  journal_id: 'account.journal',
  partner_id: 'res.partner',
  currency_id: 'res.currency',
  account_id: 'account.account',
};

const numberOf = (field: string, text: string): number => {
  const value = Number(text);
  if (Number.isNaN(value))
    throw new OdooFailure(
      'builtins.ValueError',
      `'${text}' does not seem to be a number for field '${field}'`,
    );
  return value;
};

/** The module that checks VAT numbers is installed with the French accounts. */
const checkVat = (vat: string): void => {
  if (vat !== '' && !/^[A-Z]{2}[0-9A-Z]{8,12}$/.test(vat))
    throw new OdooFailure(
      'odoo.exceptions.ValidationError',
      `The VAT number [${vat}] does not seem to be valid.`,
    );
};
