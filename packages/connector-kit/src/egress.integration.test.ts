import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordingClient } from './recording-client.js';

/** Stands for whatever listens beside us, and counts who comes. */
let neighbour: Server;
let port = 0;
let connections = 0;
let location = '';
beforeAll(async () => {
  neighbour = createServer((request, response) => {
    const status = Number(request.url?.slice(1));
    response.writeHead(status, { location }).end('secret');
  }).listen(0, '127.0.0.1');
  neighbour.on('connection', () => {
    connections += 1;
  });
  await once(neighbour, 'listening');
  port = (neighbour.address() as AddressInfo).port;
});
beforeEach(() => {
  connections = 0;
});
afterAll(() => {
  neighbour.close();
  neighbour.closeAllConnections();
});

const ask = (url: string, options: Parameters<typeof recordingClient>[0]) =>
  recordingClient(options)({ what: 'try', method: 'POST', url, headers: {}, body: '{}' }).catch(
    (error: unknown) => error,
  );

describe('a neighbour of ours', () => {
  it.each([
    ['by its address', () => `https://127.0.0.1:${port}/200`, undefined],
    ['by the name of this machine', () => `https://localhost:${port}/200`, undefined],
    ['by a public name that resolves to it', () => `https://compta.exemple:${port}/200`, ['127.0.0.1']],
    ['by a name with two addresses', () => `https://compta.exemple:${port}/200`, ['127.0.0.1', '1.1.1.1']],
  ] as const)('hears nothing of us when it is named %s', async (_how, url, addresses) => {
    const resolve = addresses && (async () => addresses.map((address) => ({ address, family: 4 })));
    const answer = await ask(url(), resolve ? { resolve } : {});
    expect(answer).toMatchObject({ code: 'target-refused' });
    expect(connections).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])('is not gone to on a redirection %i', async (status) => {
    location = `http://127.0.0.1:${port}/200`;
    const answer = await ask(`http://127.0.0.1:${port}/${status}`, { privateTargets: true });
    expect(answer).toMatchObject({ code: 'target-refused', message: expect.stringContaining(location) });
    expect(connections).toBeLessThanOrEqual(1);
  });

  it('is named on a redirection without what a session put into its address', async () => {
    location = `https://agent:clef@autre.exemple/entree?jeton=abc#${'x'.repeat(5_000)}`;
    const answer = await ask(`http://127.0.0.1:${port}/302`, { privateTargets: true });
    expect(answer).toMatchObject({
      message: expect.stringMatching(/^The address sends on to another \(https:\/\/autre\.exemple\/entree\)/),
    });
  });

  it('answers those who may reach it', async () => {
    const answer = await ask(`http://127.0.0.1:${port}/200`, { privateTargets: true });
    expect(answer).toMatchObject({ status: 200, body: 'secret' });
  });
});
