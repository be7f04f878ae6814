import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { filterOf } from './dolibarr-filters.js';
import { type Bill, type Books, createBill, emptyBooks, nextId, removeBill } from './dolibarr-tables.js';
import { RestFailure } from './rest-failure.js';

/**
 * A server that speaks as Dolibarr's REST API does, over books in memory. Shares no code with the connector. Sources: the
 * API classes of Dolibarr (supplier_invoices, thirdparties, documents, agendaevents, supplier_orders, users) and its
 * wiki page "Module Web Services API REST (developer)".
 */
export interface DolibarrStandIn {
  readonly origin: string;
  readonly books: Books;
  /** What the account may do and which modules are on; changed by tests. */
  readonly may: Permissions;
  stop(): Promise<void>;
}

interface Permissions {
  /** « Voir tous les tiers »: without it lists are empty, and nothing says so. */
  seeAll: boolean;
  create: boolean;
  agenda: boolean;
}

export const standInKey = 'cle-des-tests';

export const startDolibarrStandIn = async (): Promise<DolibarrStandIn> => {
  const books = emptyBooks();
  books.products.push({ id: nextId(books), ref: 'REPAS', type: '1', accountancy_code_buy: '60623' });
  const may: Permissions = { seeAll: true, create: true, agenda: true };
  const server = createServer((request, response) => {
    answer({ books, may }, request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    books,
    may,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

interface State {
  readonly books: Books;
  readonly may: Permissions;
}

interface Asked {
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** The number in the path. */
  readonly id: number;
}

const answer = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const text = await readText(request);
  const send = (status: number, value: unknown) =>
    void response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(status === 304 ? undefined : JSON.stringify(value));
  try {
    send(200, respond(state, request, text));
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error;
    const { status: code, message, details } = error;
    send(code, { error: { code, message, ...Object.fromEntries(details.entries()) } });
  }
};

const respond = (state: State, request: IncomingMessage, text: string): unknown => {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://dolibarr.invalid');
  const [, path] = /^\/api\/index\.php\/(.*)$/.exec(pathname) ?? [];
  if (path === undefined) throw new RestFailure(404, 'Not Found: API not found (failed to include API file)');
  const key = request.headers.dolapikey;
  if (key === undefined)
    throw new RestFailure(
      401,
      "Unauthorized: Failed to login to API. No parameter 'HTTP_DOLAPIKEY' on HTTP header",
    );
  if (key !== standInKey)
    throw new RestFailure(401, 'Unauthorized: Error user not valid (not found with api key or bad status)');
  const [number = '0'] = /\d+/.exec(path) ?? [];
  const route = `${request.method} ${path.replace(/\d+/, ':id')}`;
  const act = routes[route];
  if (!act) throw new RestFailure(404, 'Not Found: API not found (failed to include API file)');
  return act(state, { query, id: Number(number), body: text === '' ? {} : JSON.parse(text) });
};

/** A list in the order asked for; none is "not found". */
const listed = <Row extends object>(rows: readonly Row[], query: URLSearchParams, none: string): Row[] => {
  const holds = filterOf(query.get('sqlfilters') ?? '');
  const found = rows.filter((row) => holds(Object.fromEntries(Object.entries(row))));
  const keys = (query.get('sortfield') ?? 't.rowid')
    .split(',')
    .map((key) => key.replace(/^t\.(rowid|id)$/, 'id').replace(/^t\./, ''));
  const sorted = found.toSorted((one, other) => {
    const [left, right] = [Object.entries(one), Object.entries(other)];
    for (const key of keys) {
      const difference =
        Number(left.find(([name]) => name === key)?.[1]) - Number(right.find(([name]) => name === key)?.[1]);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const limit = Number(query.get('limit') ?? 100);
  const page = limit > 0 ? sorted.slice(0, limit) : sorted;
  if (page.length === 0) throw new RestFailure(404, none);
  return page;
};

const billOf = ({ books }: State, id: number): Bill => {
  const bill = books.bills.find((known) => known.id === id);
  if (!bill) throw new RestFailure(404, 'Not Found: Supplier invoice not found');
  return bill;
};

const mayCreate = ({ may }: State): void => {
  if (!may.create) throw new RestFailure(403, 'Forbidden: Insufficiant rights');
};

/** As the answers tell it: identifiers as text, old names beside new ones, stamps since 1970. */
const toldBill = (bill: Bill): object => ({
  ...bill,
  id: String(bill.id),
  socid: String(bill.socid),
  statut: bill.status,
  paye: bill.paid,
  date_modification: bill.tms,
});

const routes: Readonly<Record<string, (state: State, asked: Asked) => unknown>> = {
  'GET status': () => ({ success: { code: 200, dolibarr_version: '22.0.4', access_locked: '0' } }),

  'GET users/info': ({ may }, { query }) => ({
    id: '7',
    login: 'parvis',
    admin: '0',
    ...(query.get('includepermissions') === '1' ? { rights: rightsOf(may) } : {}),
  }),

  'GET thirdparties': ({ books, may }, { query }) =>
    listed(may.seeAll ? books.parties : [], query, 'Not Found: Thirdparties not found').map((party) => ({
      ...party,
      id: String(party.id),
    })),

  'POST thirdparties': (state, { body }) => {
    mayCreate(state);
    if (!body.name) throw new RestFailure(400, 'Bad Request: name field missing');
    const id = nextId(state.books);
    const text = (value: unknown): string => (value === undefined ? '' : String(value));
    state.books.parties.push({
      id,
      name: text(body.name),
      idprof1: text(body.idprof1),
      idprof2: text(body.idprof2),
      tva_intra: text(body.tva_intra),
      ref_ext: text(body.ref_ext) || null,
    });
    return id;
  },

  'DELETE thirdparties/:id': ({ books }, { id }) => {
    const index = books.parties.findIndex((party) => party.id === id);
    if (index < 0) throw new RestFailure(404, 'Not Found: Thirdparty not found');
    if (books.bills.some(({ socid }) => socid === id))
      throw new RestFailure(409, 'Conflict: Thirdparty is used');
    books.parties.splice(index, 1);
    return { success: { code: 200, message: 'Thirdparty deleted' } };
  },

  'GET supplierinvoices': ({ books }, { query }) => {
    const parties = (query.get('thirdparty_ids') ?? '').split(',').filter(Boolean).map(Number);
    const ofParties = books.bills.filter(({ socid }) => parties.length === 0 || parties.includes(socid));
    return listed(ofParties, query, 'Not Found: No supplier invoice found').map(toldBill);
  },
  'GET supplierinvoices/:id': (state, { id }) => toldBill(billOf(state, id)),
  'POST supplierinvoices': (state, { body }) => {
    mayCreate(state);
    return createBill(state.books, body);
  },
  'DELETE supplierinvoices/:id': ({ books }, { id }) => {
    removeBill(books, id);
    return { success: { code: 200, message: 'Supplier invoice deleted' } };
  },
  'GET supplierinvoices/:id/payments': (state, { id }) =>
    state.books.payments
      .filter(({ bill }) => bill === billOf(state, id).id)
      .map(({ amount, date }) => ({ amount, type: 'VIR', date, num: '', ref: '1' })),

  'GET documents': (state, { query }) => {
    const id = Number(query.get('id'));
    const files = state.books.files.filter(({ bill }) => bill === billOf(state, id).id);
    // A limit of zero is a page of none.
    const page = files.slice(0, Number(query.get('limit') ?? 100));
    if (page.length === 0)
      throw new RestFailure(
        404,
        `Not Found: Search for modulepart supplier_invoice with Id ${id} does not return any document.`,
      );
    return page.map(({ name, bytes }) => ({
      name,
      size: bytes.length,
      type: 'file',
      label: createHash('md5').update(bytes).digest('hex'),
    }));
  },

  'POST documents/upload': (state, { body }) => {
    mayCreate(state);
    const bill = state.books.bills.find(({ ref }) => ref === body.ref);
    if (!bill)
      throw new RestFailure(
        404,
        `Not Found: The object supplier_invoice with ref '${body.ref}' was not found.`,
      );
    const name = String(body.filename).replaceAll(/[<>/\\?*|":]/g, '_');
    if (
      state.books.files.some((file) => file.bill === bill.id && file.name === name) &&
      !body.overwriteifexists
    )
      throw new RestFailure(400, `Bad Request: File with name '${name}' already exists.`);
    const encoding = body.fileencoding === 'base64' ? 'base64' : 'utf8';
    state.books.files.push({ bill: bill.id, name, bytes: Buffer.from(String(body.filecontent), encoding) });
    return name;
  },

  'GET products': ({ books }, { query }) =>
    listed(books.products, query, 'Not Found: No product found').map((product) => ({
      ...product,
      id: String(product.id),
    })),

  'GET agendaevents': ({ books, may }, { query }) => {
    if (!may.agenda) throw new RestFailure(404, 'Not Found: API not found (failed to include API file)');
    return listed(books.events, query, 'Not Found: No events found').map((event) => ({
      ...event,
      id: String(event.id),
      elementid: event.fk_element,
    }));
  },

  'GET supplierorders': ({ books }, { query }) =>
    listed(books.orders, query, 'Not Found: No order found').map((order) => ({
      ...order,
      id: String(order.id),
    })),
};

const rightsOf = ({ seeAll, create }: Permissions): object => {
  const creer = create ? 1 : 0;
  return {
    societe: { lire: 1, creer, client: { voir: seeAll ? 1 : 0 } },
    fournisseur: { lire: 1, facture: { lire: 1, creer, supprimer: creer } },
  };
};

const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};
