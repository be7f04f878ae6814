import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Decimal } from '@parvis/domain/amount/decimal';
import { z } from 'zod';

/** A system of somebody's own, written from the guide beside the connector: it shares no code with it. */
export interface Receiver {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly bills: readonly HeldBill[];
  /** Every event that was proven, by id, doubles included. */
  readonly heard: readonly string[];
  /** Secrets that it believes; changed while rotating. */
  secrets: readonly string[];
  typeIn(bill: { readonly supplier: string; readonly reference: string }): void;
  /** Changes a bill and posts the news. */
  tell(billId: string, status: string, more?: { readonly reason?: string }): Promise<void>;
  stop(): Promise<void>;
}

export interface HeldBill {
  readonly id: string;
  readonly key?: string;
  readonly invoiceId?: string;
  readonly reference: string;
  readonly supplier: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly lines: number;
  readonly files: readonly string[];
  readonly status: string;
  readonly number?: string;
}

interface ReceiverOptions {
  readonly secrets: readonly string[];
  readonly closedDay: string;
  readonly now: () => Date;
  /** How a signed message reaches Parvis. */
  readonly post: (headers: Record<string, string>, body: string) => Promise<void>;
}

const line = z.object({ quantity: z.string(), unitPrice: z.string(), net: z.string() });
const delivered = z.object({
  kind: z.enum(['invoice', 'credit-note']),
  issueDate: z.string(),
  supplier: z.object({
    name: z.string(),
    siret: z.string().optional(),
    identifier: z.object({ type: z.string(), value: z.string() }).optional(),
  }),
  totals: z.object({ net: z.string(), vat: z.string(), gross: z.string() }),
  vat: z.array(z.object({ amount: z.string() })),
  lines: z.array(line),
});
const file = z.object({ name: z.string(), sha256: z.string(), contentBase64: z.string() });
const event = z.object({
  id: z.string(),
  type: z.string(),
  invoice: z.object({ id: z.string(), revision: z.int(), key: z.string(), number: z.string() }).optional(),
  data: z.unknown(),
});

type Invoice = NonNullable<z.infer<typeof event>['invoice']>;

const isProven = (
  secrets: readonly string[],
  header: string,
  signed: string | Buffer,
  now: Date,
): boolean => {
  const t = /(?:^|,)t=(\d+)/.exec(header)?.[1];
  if (t === undefined || Math.abs(now.getTime() / 1000 - Number(t)) > 300) return false;
  const given = [...header.matchAll(/v1=([\da-f]{64})/g)].map(([, hex = '']) => Buffer.from(hex, 'hex'));
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(`${t}.`).update(signed).digest();
    return given.some((one) => timingSafeEqual(one, expected));
  });
};

interface Answer {
  readonly status: number;
  readonly body?: object;
}

export const startReceiver = async ({
  secrets,
  closedDay,
  now,
  post,
}: ReceiverOptions): Promise<Receiver> => {
  let bills: HeldBill[] = [];
  let made = 0;
  const heard: string[] = [];
  const believed = { secrets };

  const told = ({ id, number, net, vat, gross, files }: HeldBill): object => ({
    id,
    ...(number ? { number } : {}),
    totals: { net, vat, gross },
    files,
  });
  const replace = (bill: HeldBill): void => {
    bills = bills.map((other) => (other.id === bill.id ? bill : other));
  };

  const take = (invoice: Invoice, data: unknown): Answer => {
    const known = bills.find(({ key }) => key === invoice.key);
    if (known) return { status: 409, body: { code: 'known', ...told(known) } };
    const bill = delivered.parse(data);
    if (bill.issueDate === closedDay) return { status: 422, body: { message: 'Exercice 2019 clos.' } };
    const supplier = bill.supplier.siret ?? bill.supplier.identifier?.value ?? '';
    const twin = bills.find(
      (other) =>
        other.supplier === supplier && other.reference === invoice.number && other.status !== 'rejected',
    );
    const isOldDraft = twin?.invoiceId === invoice.id && twin.status === 'draft';
    if (twin && !isOldDraft) return { status: 409, body: { code: 'typed-in', id: twin.id } };
    if (twin) bills = bills.filter((other) => other !== twin);
    // Its own sums, as accounting systems make them.
    const net = Decimal.sum(bill.lines.map((one) => Decimal.of(one.net)));
    const vat = Decimal.sum(bill.vat.map(({ amount }) => Decimal.of(amount)));
    const signed = (amount: Decimal) =>
      `${(bill.kind === 'credit-note' ? amount.negated() : amount).rounded()}`;
    made += 1;
    const held: HeldBill = {
      id: `R-${made}`,
      key: invoice.key,
      invoiceId: invoice.id,
      reference: invoice.number,
      supplier,
      net: signed(net),
      vat: signed(vat),
      gross: signed(net.plus(vat)),
      lines: bill.lines.length,
      files: [],
      status: 'draft',
    };
    bills.push(held);
    return { status: 201, body: told(held) };
  };

  const addFile = (invoice: Invoice, data: unknown): Answer => {
    const bill = bills.find(({ key }) => key === invoice.key);
    if (!bill) return { status: 422, body: { message: 'Facture inconnue.' } };
    const { sha256, contentBase64 } = file.parse(data);
    const found = createHash('sha256').update(Buffer.from(contentBase64, 'base64')).digest('hex');
    if (found !== sha256) return { status: 400, body: { message: 'Empreinte fausse.' } };
    if (!bill.files.includes(sha256)) replace({ ...bill, files: [...bill.files, sha256] });
    return { status: 200 };
  };

  const withdraw = (invoice: Invoice): Answer => {
    bills = bills.filter(({ key, status }) => key !== invoice.key || status !== 'draft');
    return { status: 204 };
  };

  const hear = (raw: Buffer): Answer => {
    const { id, type, invoice, data } = event.parse(JSON.parse(raw.toString('utf8')));
    heard.push(id);
    if (type === 'ping') return { status: 200, body: { version: 'Finances maison 3.2' } };
    if (!invoice) return { status: 400 };
    if (type === 'invoice.delivered') return take(invoice, data);
    return type === 'invoice.file' ? addFile(invoice, data) : withdraw(invoice);
  };

  const show = (path: string): Answer => {
    const { pathname, searchParams } = new URL(path, 'http://receiver.invalid');
    if (pathname === '/factures') return { status: 200, body: page(searchParams) };
    const key = decodeURIComponent(pathname.slice('/factures/'.length));
    const bill = bills.find((other) => other.key === key);
    return bill ? { status: 200, body: told(bill) } : { status: 404 };
  };

  const page = (query: URLSearchParams): object => {
    const from = Number(query.get('after') ?? 0);
    const limit = Number(query.get('limit') ?? 100);
    const ours = bills.filter(({ key }) => key !== undefined);
    return {
      invoices: ours
        .slice(from, from + limit)
        .map(({ key, id, number, reference, supplier, gross, status }) => ({
          key,
          id,
          ...(number ? { number } : {}),
          invoiceNumber: reference,
          supplier,
          gross,
          status,
          cancelled: status === 'rejected' || status === 'cancelled_after_booking',
        })),
      next: from + limit < ours.length ? String(from + limit) : null,
    };
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const signature = String(request.headers['x-parvis-signature'] ?? '');
    const path = request.url ?? '/';
    const isQuestion = request.method === 'GET';
    if (!isProven(believed.secrets, signature, isQuestion ? path : raw, now())) return { status: 401 };
    return isQuestion ? show(path) : hear(raw);
  };

  const respond = (response: ServerResponse, { status, body }: Answer): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (found) => respond(response, found),
      (failure: unknown) => respond(response, { status: 400, body: { message: String(failure) } }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  let moment = Date.now();
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get bills() {
      return bills;
    },
    heard,
    get secrets() {
      return believed.secrets;
    },
    set secrets(next) {
      believed.secrets = next;
    },
    typeIn: ({ supplier, reference }) => {
      made += 1;
      const amounts = { net: '1.00', vat: '0.00', gross: '1.00', lines: 1, files: [] };
      bills.push({ id: `R-${made}`, supplier, reference, ...amounts, status: 'draft' });
    },
    tell: async (billId, status, more = {}) => {
      const bill = bills.find(({ id }) => id === billId);
      if (!bill) throw new Error(`no bill ${billId}`);
      const number = status === 'payment_ordered' ? `M-${billId}` : bill.number;
      replace({ ...bill, status, ...(number ? { number } : {}) });
      moment = Math.max(moment + 1, Date.now());
      const body = JSON.stringify({
        ...(bill.key ? { key: bill.key } : {}),
        id: billId,
        status,
        occurredAt: new Date(moment).toISOString(),
        ...(number ? { number } : {}),
        ...more,
      });
      const t = Math.floor(Date.now() / 1000);
      const [secret = ''] = believed.secrets;
      const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
      await post({ 'content-type': 'application/json', 'x-parvis-signature': `t=${t},v1=${v1}` }, body);
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
