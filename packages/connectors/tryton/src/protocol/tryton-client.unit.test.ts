import type { HttpAnswer, HttpQuestion, Transport } from '@parvis/connector-kit/exchange';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hideSessionKey, makeTrytonClient } from './tryton-client.js';

const account = { url: 'http://tryton.example/entity/', user: 'connecteur', password: 'secret' };
const answer = (body: unknown, status = 200): HttpAnswer => ({
  status,
  headers: {},
  body: JSON.stringify(body),
});

/** A server whose sessions last for so many calls. */
const serverOf = (callsPerSession: number) => {
  const asked: string[] = [];
  let left = 0;
  let keys = 0;
  const transport: Transport = async ({ what }: HttpQuestion) => {
    asked.push(what);
    if (what === 'common.db.login') {
      left = callsPerSession;
      keys += 1;
      return answer({ id: 0, result: [2, `key-${keys}`] });
    }
    if (what === 'model.res.user.get_preferences') return answer({ id: 0, result: { company: 1 } });
    if (left === 0) return answer({}, 401);
    left -= 1;
    return answer({ id: 0, result: 'done' });
  };
  return { transport, asked, logins: () => asked.filter((what) => what === 'common.db.login').length };
};

const clientOf = (transport: Transport) =>
  makeTrytonClient(account, { signedIn: undefined, references: undefined }, transport);

describe('the Tryton client', () => {
  it('signs in once for many calls', async () => {
    const server = serverOf(10);
    const client = clientOf(server.transport);
    await Promise.all([1, 2, 3].map(() => client.call('party.party', 'search', [], z.string())));
    expect(server.logins()).toBe(1);
  });

  it('signs in again in the middle of a batch when its session has ended, and loses nothing', async () => {
    const server = serverOf(2);
    const client = clientOf(server.transport);
    for (let call = 1; call <= 3; call += 1) {
      expect(await client.call('party.party', 'search', [], z.string())).toBe('done');
    }
    expect(server.logins()).toBe(2);
  });

  it('gives up after signing in again once', async () => {
    const server = serverOf(0);
    const calling = clientOf(server.transport).call('party.party', 'search', [], z.string());
    await expect(calling).rejects.toMatchObject({ code: 'credentials-refused' });
    expect(server.logins()).toBe(2);
  });

  it('asks again where the database was busy', async () => {
    let tries = 0;
    const { transport } = serverOf(10);
    const busy: Transport = async (question) => {
      if (question.what !== 'model.account.invoice.create') return transport(question);
      tries += 1;
      return tries === 1
        ? answer({ id: 0, error: ['could not serialize access due to concurrent update', ''] })
        : answer({ id: 0, result: 'done' });
    };
    expect(await clientOf(busy).call('account.invoice', 'create', [], z.string())).toBe('done');
    expect(tries).toBe(2);
  });

  it('does not take an answer of another shape', async () => {
    const calling = clientOf(serverOf(1).transport).call('party.party', 'search', [], z.number());
    await expect(calling).rejects.toMatchObject({ code: 'answer-not-understood' });
  });

  it('keeps the session key out of recordings', () => {
    const question = { what: 'common.db.login', method: 'POST', url: account.url, headers: {} } as const;
    expect(hideSessionKey(question, answer({ id: 0, result: [2, 'abc'] })).body).not.toContain('abc');
  });
});
