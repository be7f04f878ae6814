import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TookTooLong, timeLeft } from '@parvis/application/ports/time-left';
import express, { type RequestHandler } from 'express';
import { afterEach, expect, it } from 'vitest';
import { answerInTime } from './answer-in-time.js';

let server: Server | undefined;
afterEach(() => server?.close());

const ask = async (milliseconds: number, handler: RequestHandler): Promise<Response> => {
  server = createServer(express().use(answerInTime(milliseconds), handler)).listen(0);
  await once(server, 'listening');
  return fetch(`http://localhost:${(server.address() as AddressInfo).port}/`);
};

it('answers when the time is over, saying so, and lets nothing begin from then on', async () => {
  const { promise: ended, resolve: end } = Promise.withResolvers<unknown>();
  const response = await ask(20, async (_request, response) => {
    await new Promise((answered) => response.once('finish', answered));
    try {
      end(timeLeft());
    } catch (failure) {
      end(failure);
    }
  });
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { refusal: 'took-too-long' } }] });
  expect(await ended).toBeInstanceOf(TookTooLong);
});

it('leaves an answer in time alone, and tells how much time is left', async () => {
  const response = await ask(60_000, (_request, response) => void response.json(timeLeft()));
  expect(response.status).toBe(200);
  expect(Number(await response.json())).toBeLessThanOrEqual(60_000);
});

it('sets no limit where nobody waits', () => {
  expect(timeLeft()).toBeUndefined();
});
