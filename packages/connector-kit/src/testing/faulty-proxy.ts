import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Mistreatment } from './trouble.js';

export interface PassingQuestion {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** As text; a file in it may not read well. */
  readonly body: string;
}

export interface FaultyProxy {
  /** In place of the target's origin, without a slash at the end. */
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Stands between a connector and the real server, and does to each exchange what `mistreat` says. Headers and bodies of
 * any kind pass unchanged.
 */
export const startFaultyProxy = async (
  targetOrigin: string,
  mistreat: (question: PassingQuestion) => Mistreatment | undefined,
): Promise<FaultyProxy> => {
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const bytes = await readBody(request);
    const { method = 'GET', url: path = '/' } = request;
    const mistreatment = mistreat({ method, path, body: bytes.toString('utf8') });
    if (mistreatment?.kind === 'down') return void response.writeHead(503).end();
    if (mistreatment?.kind === 'half') return void request.socket.destroy();
    const ask = () => forward(targetOrigin + path, request, bytes);
    if (mistreatment?.kind === 'ask-twice') await ask();
    const answer = await ask();
    if (mistreatment?.kind === 'lose') return void request.socket.destroy();
    if (mistreatment?.kind === 'hold') await mistreatment.release;
    const body =
      mistreatment?.kind === 'rewrite' ? mistreatment.rewrite(answer.body.toString('utf8')) : answer.body;
    response.writeHead(answer.status, answer.headers).end(body);
  };

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** Between two neighbours only, or no longer true of a body that was read whole. */
const ownHeaders = [
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'te',
  'upgrade',
  'expect',
  'content-length',
  'content-encoding',
  'accept-encoding',
];

const forward = async (url: string, { method = 'GET', headers }: IncomingMessage, bytes: Buffer) => {
  const passing = Object.entries(headers)
    .filter(([name]) => !ownHeaders.includes(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
  const response = await fetch(url, {
    method,
    headers: passing,
    redirect: 'manual',
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: Uint8Array.from(bytes) }),
  });
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => !ownHeaders.includes(name)).flat(),
    body: Buffer.from(await response.arrayBuffer()),
  };
};

/** An address where nothing listens: a port that was free a moment ago. */
export const addressOfNobody = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const closed = once(server, 'close');
  server.close();
  await closed;
  return `http://127.0.0.1:${port}`;
};
