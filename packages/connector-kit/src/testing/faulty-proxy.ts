import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How one exchange is mistreated on its way. The other side always does what it was asked, except for `down`. */
export type Mistreatment =
  /** Done there, and the connection breaks before the answer. */
  | { readonly kind: 'lose' }
  /** Done there, and the answer is kept back until `release`. */
  | { readonly kind: 'hold'; readonly release: Promise<void> }
  /** Asked twice, as a careless middle man does; the second answer comes back. */
  | { readonly kind: 'ask-twice' }
  /** Done there, and something else comes back. */
  | { readonly kind: 'rewrite'; rewrite(body: string): string }
  /** Not passed on. */
  | { readonly kind: 'down' };

interface PassingQuestion {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export interface FaultyProxy {
  /** In place of the target's origin, without a slash at the end. */
  readonly origin: string;
  /** Mistreats the next exchange that matches; the following ones pass. */
  next(matches: (question: PassingQuestion) => boolean, mistreatment: Mistreatment): void;
  stop(): Promise<void>;
}

/** Stands between a connector and the real server, and does to their exchanges what networks do. */
export const startFaultyProxy = async (targetOrigin: string): Promise<FaultyProxy> => {
  const waiting: { matches: (question: PassingQuestion) => boolean; mistreatment: Mistreatment }[] = [];

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const question = await readQuestion(request);
    const index = waiting.findIndex(({ matches }) => matches(question));
    const [found] = index < 0 ? [] : waiting.splice(index, 1);
    const mistreatment = found?.mistreatment;
    if (mistreatment?.kind === 'down') return void response.writeHead(503).end();
    if (mistreatment?.kind === 'ask-twice') await forward(targetOrigin, request, question);
    const answer = await forward(targetOrigin, request, question);
    if (mistreatment?.kind === 'lose') return void request.socket.destroy();
    if (mistreatment?.kind === 'hold') await mistreatment.release;
    const body = mistreatment?.kind === 'rewrite' ? mistreatment.rewrite(answer.body) : answer.body;
    response.writeHead(answer.status, { 'content-type': answer.contentType }).end(body);
  };

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (matches, mistreatment) => void waiting.push({ matches, mistreatment }),
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const readQuestion = async (request: IncomingMessage): Promise<PassingQuestion> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    body: Buffer.concat(chunks).toString('utf8'),
  };
};

const forward = async (origin: string, request: IncomingMessage, { method, path, body }: PassingQuestion) => {
  const { authorization, 'content-type': contentType } = request.headers;
  const response = await fetch(origin + path, {
    method,
    headers: {
      ...(authorization ? { authorization } : {}),
      ...(contentType ? { 'content-type': contentType } : {}),
    },
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? 'application/octet-stream',
    body: await response.text(),
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
