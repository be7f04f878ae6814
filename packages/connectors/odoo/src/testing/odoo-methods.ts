import { createHash } from 'node:crypto';
import { remove, total } from './odoo-bills.js';
import { loadRows } from './odoo-load.js';
import {
  links,
  matches,
  OdooFailure,
  ordered,
  type Row,
  type Tables,
  told,
  type Value,
} from './odoo-tables.js';

export interface MethodCall {
  readonly model: string;
  readonly method: string;
  readonly ids: readonly number[];
  readonly args: Readonly<Record<string, unknown>>;
}

export interface Server {
  readonly tables: Tables;
  readonly major: number;
  /** The account that asks. */
  readonly user: number;
  /** Rights it lacks: `account.move create`. */
  readonly withheld: ReadonlySet<string>;
}

/** The names of each method's parameters, in their order; `api.model` methods take no records before. */
export const signatures: Readonly<
  Record<string, { readonly ofModel: boolean; readonly names: readonly string[] }>
> = {
  search_read: { ofModel: true, names: ['domain', 'fields', 'offset', 'limit', 'order'] },
  create: { ofModel: true, names: ['vals_list'] },
  write: { ofModel: false, names: ['vals'] },
  unlink: { ofModel: false, names: [] },
  load: { ofModel: true, names: ['fields', 'data'] },
  get_external_id: { ofModel: false, names: [] },
  fields_get: { ofModel: true, names: ['allfields', 'attributes'] },
  context_get: { ofModel: true, names: [] },
  check_access_rights: { ofModel: true, names: ['operation', 'raise_exception'] },
  has_access: { ofModel: false, names: ['operation'] },
};

/** Every model that the installed applications bring. */
export const installed: ReadonlySet<string> = new Set([
  'account.account',
  'account.journal',
  'account.move',
  'account.move.line',
  'account.partial.reconcile',
  'account.tax',
  'ir.attachment',
  'mail.message',
  'mail.message.subtype',
  'purchase.order',
  'purchase.order.line',
  'res.company',
  'res.country',
  'res.currency',
  'res.partner',
  'res.users',
]);

export const perform = (server: Server, call: MethodCall): unknown => {
  const { model, method } = call;
  if (!installed.has(model))
    throw new OdooFailure('werkzeug.exceptions.NotFound', `the model '${model}' does not exist`);
  const act = methods[method];
  if (
    !act ||
    (method === 'check_access_rights' && server.major >= 18) ||
    (method === 'has_access' && server.major < 18)
  )
    throw new OdooFailure('builtins.AttributeError', `The method '${model}.${method}' does not exist`);
  return act(server, call);
};

const rightTo = ({ withheld, user }: Server, model: string, operation: string): void => {
  if (withheld.has(`${model} ${operation}`))
    throw new OdooFailure(
      'odoo.exceptions.AccessError',
      `You are not allowed to ${operation} '${model}' records. (User: ${user})`,
    );
};

const methods: Readonly<Record<string, (server: Server, call: MethodCall) => unknown>> = {
  search_read: (server, { model, args }) => {
    rightTo(server, model, 'read');
    const { tables } = server;
    const { domain = [], fields = [], offset = 0, limit, order } = args;
    if (!Array.isArray(domain) || !Array.isArray(fields))
      throw new OdooFailure('builtins.TypeError', 'lists wanted');
    const found = ordered(tables.all(model).filter(matches(tables, domain)), order ? String(order) : null);
    const first = Number(offset ?? 0);
    const page = limit ? found.slice(first, first + Number(limit)) : found.slice(first);
    return page.map((row) => readRow(server, model, row, fields.map(String)));
  },

  create: (server, { model, args }) => {
    rightTo(server, model, 'create');
    const list = Array.isArray(args.vals_list) ? args.vals_list : [args.vals_list];
    return list.map((values: unknown) => createRow(server, model, values).id);
  },

  write: (server, { model, ids, args }) => {
    rightTo(server, model, 'write');
    const { tables } = server;
    for (const id of ids) {
      const row = tables.need(model, id);
      const { line_ids: commands, ...values } = record(args.vals);
      if (Array.isArray(commands)) writeLines(server, row, commands);
      tables.update(row, plain(values));
    }
    return true;
  },

  unlink: (server, { model, ids }) => {
    rightTo(server, model, 'unlink');
    const { tables } = server;
    for (const id of ids) {
      const row = tables.need(model, id);
      if (model === 'account.move') remove(tables, row);
      else tables.remove(model, id);
    }
    return true;
  },

  load: (server, { model, args }) => {
    rightTo(server, model, 'create');
    const { fields, data } = args;
    if (!Array.isArray(fields) || !Array.isArray(data))
      throw new OdooFailure('builtins.TypeError', 'lists wanted');
    return loadRows(server.tables, model, fields.map(String), data, server.user);
  },

  get_external_id: ({ tables }, { model, ids }) =>
    Object.fromEntries(
      ids.map((id) => {
        const data = tables.all('ir.model.data').find((row) => row.model === model && row.res_id === id);
        return [String(id), String(data?.complete_name ?? '')];
      }),
    ),

  fields_get: ({ major }, { args }) => {
    const wanted = Array.isArray(args.allfields) ? args.allfields.map(String) : [];
    // The French accounts bring a field for the SIRET until Odoo 17.
    const known = ['name', 'vat', 'company_registry', ...(major < 18 ? ['siret'] : [])];
    return Object.fromEntries(
      wanted.filter((name) => known.includes(name)).map((name) => [name, { type: 'char' }]),
    );
  },

  context_get: ({ user }) => ({ lang: 'fr_FR', tz: 'Europe/Paris', uid: user }),
  check_access_rights: ({ withheld }, { model, args }) => !withheld.has(`${model} ${String(args.operation)}`),
  has_access: ({ withheld }, { model, args }) => !withheld.has(`${model} ${String(args.operation)}`),
};

/** Fields that a version does not have are refused, as Odoo refuses them. */
const readRow = ({ tables, major }: Server, model: string, row: Row, fields: readonly string[]): object => {
  const missing = fields.find(
    (field) => (field === 'siret' && major >= 18) || (field === 'company_ids' && major < 18),
  );
  if (missing) throw new OdooFailure('builtins.ValueError', `Invalid field '${missing}' on model '${model}'`);
  return Object.fromEntries([['id', row.id], ...fields.map((field) => [field, told(tables, row, field)])]);
};

const createRow = ({ tables, user }: Server, model: string, given: unknown): Row => {
  const { datas, ...values } = record(given);
  if (model !== 'ir.attachment') return tables.insert(model, plain(values), user);
  const bytes = Buffer.from(String(datas), 'base64');
  const hash = (name: string) => createHash(name).update(bytes).digest('hex');
  const content = { checksum: hash('sha1'), sha256: hash('sha256'), file_size: bytes.length };
  return tables.insert(model, { ...plain(values), ...content }, user);
};

/** `[1, id, values]` changes a line. */
const writeLines = ({ tables }: Server, bill: Row, commands: readonly unknown[]): void => {
  if (bill.state !== 'draft')
    throw new OdooFailure(
      'odoo.exceptions.UserError',
      'You cannot do this modification on a posted journal entry.',
    );
  for (const command of commands) {
    if (!Array.isArray(command) || command[0] !== 1)
      throw new OdooFailure('builtins.ValueError', 'unknown command');
    tables.update(tables.need('account.move.line', Number(command[1])), plain(record(command[2])));
  }
  total(tables, bill);
};

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const plain = (values: Record<string, unknown>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, links[name] ? Number(value) : value]]
        : [],
    ),
  );
