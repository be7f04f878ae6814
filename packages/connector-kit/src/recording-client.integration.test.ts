import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NoAnswer, type RecordedExchange } from './exchange.js';
import { recordingClient } from './recording-client.js';
import { addressOfNobody } from './testing/faulty-proxy.js';

describe('recordingClient', () => {
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/silent') return;
      if (request.url === '/elsewhere') return void response.writeHead(302, { location: '/' }).end();
      response.writeHead(503, { 'retry-after': '7' }).end('{"token":"abc"}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const asking = async (url: string, timeoutMs?: number) => {
    const recorded: RecordedExchange[] = [];
    const ask = recordingClient({
      privateTargets: true,
      record: (exchange) => void recorded.push(exchange),
      secretFields: ['token'],
      ...(timeoutMs ? { timeoutMs } : {}),
    });
    const question = {
      what: 'try',
      method: 'POST',
      url,
      headers: { authorization: 'Bearer abc' },
      body: '{}',
    } as const;
    const answer = await ask(question).catch((error: unknown) => error);
    return { answer, recorded };
  };

  it('hands over any status, and records it without its secrets', async () => {
    const { answer, recorded } = await asking(origin);
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '7' }, body: '{"token":"abc"}' });
    expect(recorded).toMatchObject([{ question: { what: 'try' }, answer: { status: 503 } }]);
    expect(JSON.stringify(recorded)).not.toContain('abc');
  });

  it('has no answer, and says why, where nobody listens', async () => {
    const { answer, recorded } = await asking(await addressOfNobody());
    expect(answer).toBeInstanceOf(NoAnswer);
    expect(recorded).toMatchObject([{ failure: 'ECONNREFUSED' }]);
  });

  it('does not wait for ever', async () => {
    const { recorded } = await asking(`${origin}/silent`, 50);
    expect(recorded).toMatchObject([{ failure: 'timeout' }]);
  });

  it('does not carry its credentials to another address', async () => {
    const { answer, recorded } = await asking(`${origin}/elsewhere`);
    expect(answer).toMatchObject({ code: 'target-refused' });
    expect(recorded).toMatchObject([{ failure: 'target-refused' }]);
  });
});
