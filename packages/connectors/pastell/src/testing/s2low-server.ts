import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecure, type ServerOptions } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { type SeenPes, seenPes } from '@parvis/connector-kit/testing/pes-accountant';

/**
 * A server that speaks as S²LOW does for Hélios, over TLS with client certificates and, for proxies of tests, in plain.
 * Written from its public source (`public.ssl/modules/helios/api`); nothing of it is taken.
 */
export interface S2lowServer {
  readonly secure: string;
  readonly plain: string;
  readonly sent: readonly (SeenPes & { readonly transaction: number })[];
  /** Hélios' acknowledgement of the last file of a bill. */
  acknowledge(billId: string, file: string, status?: string): void;
  setStatus(billId: string, status: string, message: string): void;
  /** A PES Retour comes in. */
  sendBack(file: string): void;
  readonly unread: readonly string[];
  stop(): Promise<void>;
}

interface Transaction {
  readonly id: number;
  readonly sha1: string;
  readonly pes: SeenPes;
  status: string;
  message: string;
  acknowledgement?: string;
}

export interface S2lowAccount {
  readonly login: string;
  readonly password: string;
}

export const startS2low = async (
  tls: Pick<ServerOptions, 'cert' | 'key' | 'ca'>,
  account: S2lowAccount,
): Promise<S2lowServer> => {
  const transactions: Transaction[] = [];
  const returns: { readonly id: number; readonly file: string; read: boolean }[] = [];
  const credentials = `Basic ${Buffer.from(`${account.login}:${account.password}`).toString('base64')}`;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://s2low.invalid');
    const body = await bodyOf(request);
    const send = (text: string, type = 'text/xml') =>
      void response.writeHead(200, { 'content-type': type }).end(Buffer.from(text, 'latin1'));
    if (request.headers.authorization !== credentials)
      return send("KO\nÉchec de l'authentification", 'text/html');
    const id = Number(url.searchParams.get('id') ?? url.searchParams.get('transaction'));
    const transaction = transactions.find((known) => known.id === id);
    switch (url.pathname.split('/').at(-1)) {
      case 'test-connexion.php':
        return send('OK', 'text/plain');
      case 'helios_importer_fichier.php':
        return send(take(fileIn(body)));
      case 'helios_transac_get_status.php':
        return send(
          transaction
            ? xml('transaction', {
                id,
                resultat: 'OK',
                status: transaction.status,
                message: transaction.message,
              })
            : xml('transaction', {
                id,
                resultat: 'KO',
                status: '',
                message: 'Numéro de transaction invalide',
              }),
        );
      case 'helios_download_acquit.php':
        return transaction?.acknowledgement
          ? send(transaction.acknowledgement)
          : send("KO\nL'acquittement n'est pas disponible", 'text/html');
      case 'helios_get_list.php':
        return send(list());
      case 'helios_get_retour.php':
        return send(returns.find((known) => known.id === id)?.file ?? 'KO');
      case 'helios_change_status.php': {
        const known = returns.find((one) => one.id === id);
        if (known) known.read = true;
        return send(xml('retour', { resultat: known ? 'OK' : 'KO' }));
      }
      default:
        response.writeHead(404).end();
    }
  };

  /** The same bytes are taken once, and the second answer does not name the first transaction. */
  const take = (file: Buffer): string => {
    const sha1 = createHash('sha1').update(file).digest('hex');
    if (transactions.some((known) => known.sha1 === sha1))
      return xml('import', {
        id: '',
        resultat: 'KO',
        message: 'doublon détecté. Ce fichier a déjà été posté',
      });
    const id = 8_150 + transactions.length;
    transactions.push({ id, sha1, pes: seenPes(file), status: '1', message: 'Fichier bien reçu' });
    return xml('import', { id, resultat: 'OK', message: '' });
  };
  const list = (): string => {
    const items = returns
      .filter(({ read }) => !read)
      .map(({ id }) => xml('pes_retour', { id, nom: `PESRET_${id}.xml`, date: '2026-11-25 08:00:00' }, ''));
    return `${declaration}<liste><idColl>21990012300015</idColl><resultat>OK</resultat><message/>${items.join('')}</liste>`;
  };
  const ofBill = (billId: string): Transaction => {
    const found = transactions.findLast(({ pes }) => pes.bill.id === billId);
    if (!found) throw new Error(`no transaction of ${billId}`);
    return found;
  };

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch(() => response.destroy());
  };
  const secure = createSecure({ ...tls, requestCert: true, rejectUnauthorized: true }, handle).listen(
    0,
    '127.0.0.1',
  );
  const plain = createPlain(handle).listen(0, '127.0.0.1');
  await Promise.all([once(secure, 'listening'), once(plain, 'listening')]);
  return {
    secure: `https://127.0.0.1:${portOf(secure)}/`,
    plain: `http://127.0.0.1:${portOf(plain)}`,
    get sent() {
      return transactions.map(({ id, pes }) => ({ ...pes, transaction: id }));
    },
    get unread() {
      return returns.filter(({ read }) => !read).map(({ id }) => String(id));
    },
    acknowledge: (billId, file, status = '4') =>
      void Object.assign(ofBill(billId), { acknowledgement: file, status }),
    setStatus: (billId, status, message) => void Object.assign(ofBill(billId), { status, message }),
    sendBack: (file) => void returns.push({ id: 300 + returns.length, file, read: false }),
    stop: async () => {
      for (const server of [secure, plain]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
};

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const declaration = '<?xml version="1.0" encoding="ISO-8859-1"?>';

const xml = (name: string, fields: Readonly<Record<string, string | number>>, before = declaration): string =>
  `${before}<${name}>${Object.entries(fields)
    .map(([field, value]) => `<${field}>${value}</${field}>`)
    .join('')}</${name}>`;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** The only part of the form. */
const fileIn = (body: Buffer): Buffer => {
  const head = body.indexOf('\r\n\r\n');
  const boundary = body.subarray(0, body.indexOf('\r\n'));
  return body.subarray(head + 4, body.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), head));
};
