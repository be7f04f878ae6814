import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bear } from './odoo-load.js';
import { type MethodCall, perform, type Server, signatures } from './odoo-methods.js';
import { OdooFailure, Tables } from './odoo-tables.js';

/**
 * A server that speaks as Odoo documents its external API, JSON-RPC and JSON-2, over books in memory. Shares no code
 * with the connector. Sources: "External JSON-2 API" (Odoo 19) and "External RPC API" (Odoo 16 to 18), developer
 * documentation of Odoo.
 */
export interface OdooStandIn {
  readonly origin: string;
  readonly tables: Tables;
  /** Rights to take from the account: `account.move create`. */
  readonly withheld: Set<string>;
  stop(): Promise<void>;
}

export const standInAccount = { database: 'mairie', user: 'parvis@mairie.example', apiKey: 'cle-des-tests' };
const USER = 7;

export const startOdooStandIn = async (major: 17 | 19): Promise<OdooStandIn> => {
  const tables = new Tables();
  furnish(tables, major);
  const withheld = new Set<string>();
  const state: Server = { tables, major, user: USER, withheld };

  const server = createServer((request, response) => {
    answer(state, request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tables,
    withheld,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

/** Books of a commune with the French accounts. */
const furnish = (tables: Tables, major: number): void => {
  const insert = (
    model: string,
    values: Record<string, string | number | boolean | readonly number[]>,
  ): number => tables.insert(model, values, 1).id;
  const company = insert('res.company', { name: 'Commune de Valmont' });
  const companies: Record<string, number | readonly number[]> =
    major >= 18 ? { company_ids: [company] } : { company_id: company };
  insert('res.users', { id: USER, name: 'Parvis', company_id: company });
  insert('res.currency', { name: 'EUR' });
  insert('res.country', { name: 'France', code: 'FR' });
  insert('account.journal', { name: 'Ventes', code: 'VTE', type: 'sale', company_id: company, sequence: 1 });
  insert('account.journal', {
    name: 'Achats',
    code: 'ACH',
    type: 'purchase',
    company_id: company,
    sequence: 2,
  });
  for (const [code, name] of [
    ['401100', 'Fournisseurs'],
    ['606250', 'Fournitures'],
    ['606300', 'Restauration'],
  ] as const)
    insert('account.account', { code, name, ...companies });
  for (const [name, amount, price_include] of [
    ['20% TTC', 20, true],
    ['20% G', 20, false],
    ['20% S', 20, false],
    ['10% G', 10, false],
    ['5.5% G', 5.5, false],
  ] as const)
    insert('account.tax', {
      name,
      amount,
      price_include,
      amount_type: 'percent',
      type_tax_use: 'purchase',
      company_id: company,
      sequence: 1,
    });
  bear(
    tables,
    'mail.message.subtype',
    insert('mail.message.subtype', { name: 'Paid', res_model: 'account.move' }),
    'account.mt_invoice_paid',
    1,
  );
  insert('mail.message.subtype', { name: 'Validated', res_model: 'account.move' });
};

const answer = async (server: Server, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await readText(request);
  const { pathname } = new URL(request.url ?? '/', 'http://odoo.invalid');
  const send = (status: number, value: unknown) =>
    void response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(value));

  if (pathname === '/web/version' && server.major >= 19)
    return send(200, { version_info: [server.major, 0, 0, 'final', 0, ''], version: `${server.major}.0` });
  if (pathname === '/jsonrpc' && request.method === 'POST') return send(200, answerRpc(server, body));
  const [, model, method] = /^\/json\/2\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
  if (server.major >= 19 && model && method && request.method === 'POST')
    return send(...answerJson2(server, { model, method }, request, body));
  response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><h1>Not Found</h1>');
};

/** Whatever happens, HTTP says 200. */
const answerRpc = (server: Server, body: string): object => {
  const { id, params } = JSON.parse(body);
  try {
    return { jsonrpc: '2.0', id, result: rpcResult(server, params) };
  } catch (error) {
    if (!(error instanceof OdooFailure)) throw error;
    const { exception: name, message } = error;
    const data = {
      name,
      debug: 'Traceback (most recent call last): …',
      message,
      arguments: [message],
      context: {},
    };
    return { jsonrpc: '2.0', id, error: { code: 200, message: 'Odoo Server Error', data } };
  }
};

const rpcResult = (server: Server, { service, method, args }: Record<string, unknown>): unknown => {
  const given = Array.isArray(args) ? args : [];
  if (service === 'common' && method === 'version')
    return {
      server_version: `${server.major}.0`,
      server_version_info: [server.major, 0, 0, 'final', 0, ''],
      server_serie: `${server.major}.0`,
      protocol_version: 1,
    };
  const [database, who, key] = given;
  if (database !== standInAccount.database)
    throw new OdooFailure('psycopg2.OperationalError', `FATAL:  database "${database}" does not exist`);
  const isKnown = key === standInAccount.apiKey;
  if (service === 'common' && method === 'authenticate')
    return isKnown && who === standInAccount.user && server.user;
  if (service !== 'object' || method !== 'execute_kw')
    throw new OdooFailure('builtins.AttributeError', `no ${service}.${method}`);
  if (!isKnown || who !== server.user) throw new OdooFailure('odoo.exceptions.AccessDenied', 'Access Denied');
  const [, , , model, called, places, named = {}] = given;
  return perform(server, rpcCall(String(model), String(called), places, named));
};

/** Records come first among the places, but for methods of the model. */
const rpcCall = (
  model: string,
  method: string,
  places: unknown[],
  named: Record<string, unknown>,
): MethodCall => {
  const { context: _context, ...kwargs } = named;
  const { ofModel = false, names = [] } = signatures[method] ?? {};
  const [ids, rest] = ofModel ? [[], places] : [places[0], places.slice(1)];
  if (!Array.isArray(ids)) throw new OdooFailure('builtins.TypeError', `${method} needs records`);
  if (rest.length > names.length)
    throw new OdooFailure('builtins.TypeError', `${method} takes fewer arguments`);
  const args = Object.fromEntries(rest.map((value, index) => [names[index] ?? '', value]));
  return { model, method, ids: ids.map(Number), args: { ...args, ...kwargs } };
};

const answerJson2 = (
  server: Server,
  { model, method }: { readonly model: string; readonly method: string },
  request: IncomingMessage,
  body: string,
): [number, unknown] => {
  try {
    if (request.headers.authorization !== `bearer ${standInAccount.apiKey}`)
      throw new OdooFailure('werkzeug.exceptions.Unauthorized', 'Invalid apikey');
    const { ids = [], context: _context, ...args } = JSON.parse(body);
    const { ofModel = false, names = [] } = signatures[method] ?? {};
    if (ofModel && ids.length > 0)
      throw new OdooFailure(
        'werkzeug.exceptions.UnprocessableEntity',
        `cannot call ${model}.${method} with ids`,
      );
    const strange = Object.keys(args).find((name) => !names.includes(name));
    if (strange)
      throw new OdooFailure(
        'werkzeug.exceptions.UnprocessableEntity',
        `got an unexpected keyword argument '${strange}'`,
      );
    return [200, perform(server, { model, method, ids, args })];
  } catch (error) {
    if (!(error instanceof OdooFailure)) throw error;
    const { exception: name, message } = error;
    return [statusOf(name), { name, message, arguments: [message], context: {}, debug: 'Traceback …' }];
  }
};

const statuses: Readonly<Record<string, number>> = {
  Unauthorized: 401,
  AccessDenied: 403,
  AccessError: 403,
  MissingError: 404,
  NotFound: 404,
  AttributeError: 404,
  UserError: 422,
  ValidationError: 422,
  UnprocessableEntity: 422,
};

const statusOf = (exception: string): number => statuses[exception.split('.').at(-1) ?? ''] ?? 500;

const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};
