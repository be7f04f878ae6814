/** The tables of the stand-in, and the part of Odoo's search language that Odoo documents for its external API. */

export type Value = string | number | boolean | readonly number[];
export type Row = Record<string, Value> & { id: number };

/** Records by model, in memory. Stamps are kept to the microsecond and told in whole seconds, as Odoo does. */
export class Tables {
  private readonly models = new Map<string, Map<number, Row>>();
  private lastId = 100;
  private lastStamp = 0;

  all(model: string): Row[] {
    return [...this.model(model).values()];
  }

  get(model: string, id: number): Row | undefined {
    return this.model(model).get(id);
  }

  /** A link that must lead somewhere. */
  need(model: string, id: number): Row {
    const row = this.get(model, id);
    if (!row)
      throw new OdooFailure(
        'odoo.exceptions.MissingError',
        `Record does not exist or has been deleted.\n(Record: ${model}(${id},), User: 7)`,
      );
    return row;
  }

  /** `values` may say its identifier. */
  insert(model: string, values: Record<string, Value>, user: number): Row {
    this.lastId += 1;
    const stamp = this.stamp();
    const row = { create_uid: user, create_date: stamp, write_date: stamp, id: this.lastId, ...values };
    this.model(model).set(row.id, row);
    return row;
  }

  update(row: Row, values: Record<string, Value>): void {
    Object.assign(row, values, { write_date: this.stamp() });
  }

  remove(model: string, id: number): void {
    this.model(model).delete(id);
  }

  /** Microseconds since 1970; no two writes bear the same, though seconds do. */
  private stamp(): number {
    this.lastStamp = Math.max(this.lastStamp + 1, Date.now() * 1000);
    return this.lastStamp;
  }

  private model(name: string): Map<number, Row> {
    const known = this.models.get(name) ?? new Map<number, Row>();
    this.models.set(name, known);
    return known;
  }
}

/** A Python exception by its full name. */
export class OdooFailure extends Error {
  constructor(
    readonly exception: string,
    message: string,
  ) {
    super(message);
  }
}

const stampFields = new Set(['create_date', 'write_date', 'date']);
/** Links to one record, with the model they lead to. */
export const links: Readonly<Record<string, string>> = {
  company_id: 'res.company',
  partner_id: 'res.partner',
  journal_id: 'account.journal',
  move_id: 'account.move',
  tax_line_id: 'account.tax',
  debit_move_id: 'account.move.line',
  credit_move_id: 'account.move.line',
  subtype_id: 'mail.message.subtype',
  order_id: 'purchase.order',
  create_uid: 'res.users',
};

/** What is told of a field: `false` when empty, links with their name, stamps cut to the second. */
export const told = (tables: Tables, row: Row, field: string): unknown => {
  const value = row[field];
  if (stampFields.has(field) && typeof value === 'number') return stampText(value);
  const model = links[field];
  if (model !== undefined && typeof value === 'number' && value > 0) {
    return [value, String(tables.get(model, value)?.name ?? `${model},${value}`)];
  }
  return value === undefined || value === '' || (model !== undefined && value === 0) ? false : value;
};

const stampText = (microseconds: number): string =>
  new Date(microseconds / 1000).toISOString().slice(0, 19).replace('T', ' ');

type Test = (row: Row) => boolean;

/** Domains in Polish notation: `'&'` and `'|'` stand before their two sides, conditions side by side all hold. */
export const matches = (tables: Tables, domain: readonly unknown[]): Test => {
  const left = [...domain];
  const next = (): Test => {
    const token = left.shift();
    if (token === '|' || token === '&') {
      const [one, other] = [next(), next()];
      return token === '|' ? (row) => one(row) || other(row) : (row) => one(row) && other(row);
    }
    if (token === '!') {
      const negated = next();
      return (row) => !negated(row);
    }
    if (!Array.isArray(token) || token.length !== 3)
      throw new OdooFailure('builtins.ValueError', `Invalid leaf ${JSON.stringify(token)}`);
    const [field, operator, value]: unknown[] = token;
    return (row) => holds(compared(tables, row, String(field)), String(operator), comparedTo(field, value));
  };
  const tests: Test[] = [];
  while (left.length > 0) tests.push(next());
  return (row) => tests.every((test) => test(row));
};

/** The field itself, or that of a linked record: `partner_id.vat`. */
const compared = (tables: Tables, row: Row, field: string): Value | undefined => {
  const [name = '', ...rest] = field.split('.');
  if (rest.length === 0) return row[name];
  const linked = tables.get(links[name] ?? '', Number(row[name]));
  return linked && compared(tables, linked, rest.join('.'));
};

const comparedTo = (field: unknown, value: unknown): unknown =>
  stampFields.has(String(field)) && typeof value === 'string'
    ? Date.parse(`${value.replace(' ', 'T')}Z`) * 1000
    : value;

const holds = (found: Value | undefined, operator: string, value: unknown): boolean => {
  const plain = found ?? '';
  switch (operator) {
    case '=':
      return value === false ? !found : plain === value;
    case '!=':
      return value === false ? Boolean(found) : plain !== value;
    case 'in':
      if (!Array.isArray(value)) throw new OdooFailure('builtins.ValueError', 'in needs a list');
      return Array.isArray(found)
        ? found.some((one) => value.includes(one))
        : value.includes(plain === '' ? false : plain);
    case '>':
      return Number(plain) > Number(value);
    case '>=':
      return Number(plain) >= Number(value);
    case '<':
      return Number(plain) < Number(value);
    case '=like':
      return likePattern(String(value)).test(String(plain));
    default:
      throw new OdooFailure('builtins.ValueError', `Invalid operator ${operator}`);
  }
};

const likePattern = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    's',
  );

/** `write_date asc, id desc` */
export const ordered = (rows: readonly Row[], order: string | null): Row[] => {
  const keys = (order || 'id').split(',').map((part) => {
    const [field = 'id', direction = 'asc'] = part.trim().split(/\s+/);
    return { field, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return rows.toSorted((one, other) => {
    for (const { field, sign } of keys) {
      const [left = 0, right = 0] = [one[field], other[field]];
      if (left < right) return -sign;
      if (left > right) return sign;
    }
    return 0;
  });
};
