import type { HttpAnswer, HttpQuestion } from '@parvis/connector-kit/exchange';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hideKey, makeOdooClient } from './odoo-client.js';

const account = { url: 'https://odoo.example/', database: 'mairie', user: 'parvis', apiKey: 'cle' };

const json = (value: unknown, status = 200): HttpAnswer => ({
  status,
  headers: {},
  body: JSON.stringify(value),
});

const rpc = (result: unknown): HttpAnswer => json({ jsonrpc: '2.0', id: 1, result });
const rpcError = (name: string, message: string): HttpAnswer =>
  json({
    jsonrpc: '2.0',
    id: 1,
    error: { code: 200, message: 'Odoo Server Error', data: { name, message } },
  });

/** Answers each question by the first that fits: a part of its address or body. */
const clientOf = (answers: readonly (readonly [string, ...HttpAnswer[]])[]) => {
  const asked: HttpQuestion[] = [];
  const left = answers.map(([part, ...its]) => ({ part, its: [...its] }));
  const client = makeOdooClient(account, { signedIn: undefined, references: undefined }, async (question) => {
    asked.push(question);
    const found = left.find(
      ({ part, its }) => its.length > 0 && `${question.url} ${question.body ?? ''}`.includes(part),
    );
    const answer = found?.its.length === 1 ? found.its[0] : found?.its.shift();
    return answer ?? json({}, 404);
  });
  return { client, asked };
};

const version17 = rpc({ server_version: '17.0', server_version_info: [17, 0, 0, 'final', 0, ''] });
const context = { lang: 'fr_FR', tz: 'Europe/Paris', uid: 7 };
const old = [
  ['"version"', version17],
  ['"authenticate"', rpc(7)],
  ['context_get', rpc(context)],
] as const;

describe('makeOdooClient', () => {
  it('speaks JSON-RPC to Odoo 17, with places for arguments', async () => {
    const { client, asked } = clientOf([...old, ['search_read', rpc([{ id: 3 }])]]);
    const rows = await client.search(
      { model: 'res.partner', domain: [['vat', '=', 'X']], fields: ['id'], limit: 1 },
      z.object({ id: z.int() }),
    );
    expect(rows).toEqual([{ id: 3 }]);
    const { params } = JSON.parse(asked.at(-1)?.body ?? '');
    expect(params.args.slice(0, 5)).toEqual(['mairie', 7, 'cle', 'res.partner', 'search_read']);
    expect(params.args[5]).toEqual([[['vat', '=', 'X']], ['id'], 0, 1, null]);
    expect(params.args[6]).toEqual({ context: { lang: 'fr_FR', tz: 'Europe/Paris' } });
  });

  it('speaks JSON-2 to Odoo 19, with names for arguments and the key as bearer', async () => {
    const { client, asked } = clientOf([
      ['web/version', json({ version: '19.0', version_info: [19, 0, 0, 'final', 0, ''] })],
      ['context_get', json(context)],
      ['json/2/account.move/unlink', json(true)],
    ]);
    await client.call({ model: 'account.move', method: 'unlink', ids: [4] }, z.boolean());
    expect(asked.at(-1)).toMatchObject({
      url: 'https://odoo.example/json/2/account.move/unlink',
      headers: { authorization: 'bearer cle', 'x-odoo-database': 'mairie' },
    });
    expect(JSON.parse(asked.at(-1)?.body ?? '')).toEqual({
      ids: [4],
      context: { lang: 'fr_FR', tz: 'Europe/Paris' },
    });
    expect(await client.signedIn()).toMatchObject({ major: 19, userId: 7, speaks: 'json-2' });
  });

  it('knows a version between two others', async () => {
    const between = rpc({ server_version: 'saas~17.4', server_version_info: ['saas~17', 4, 0, 'final', 0] });
    const { client } = clientOf([['"version"', between], ...old.slice(1)]);
    expect(await client.signedIn()).toMatchObject({ version: 'saas~17.4', major: 17 });
  });

  it('reads a sign-in that answers false as wrong credentials', async () => {
    const { client } = clientOf([
      ['"version"', version17],
      ['"authenticate"', rpc(false)],
    ]);
    await expect(client.signedIn()).rejects.toMatchObject({ code: 'credentials-refused' });
  });

  it('asks again by itself when the database was busy', async () => {
    const busy = rpcError('psycopg2.errors.SerializationFailure', 'could not serialize access');
    const { client, asked } = clientOf([...old, ['"write"', busy, rpc(true)]]);
    expect(await client.call({ model: 'account.move', method: 'write', ids: [1] }, z.boolean())).toBe(true);
    expect(asked.filter(({ what }) => what === 'account.move.write')).toHaveLength(2);
  });

  it('signs in anew after a key was refused', async () => {
    const denied = rpcError('odoo.exceptions.AccessDenied', 'Access Denied');
    const { client, asked } = clientOf([...old, ['"write"', denied, rpc(true)]]);
    const write = () => client.call({ model: 'account.move', method: 'write', ids: [1] }, z.boolean());
    await expect(write()).rejects.toMatchObject({ code: 'credentials-refused' });
    expect(await write()).toBe(true);
    expect(asked.filter(({ what }) => what === 'authenticate')).toHaveLength(2);
  });
});

describe('hideKey', () => {
  it('takes the key out of JSON-RPC, and leaves all else as it stands', async () => {
    const { client, asked } = clientOf(old);
    await client.signedIn();
    const hidden = asked.map(hideKey);
    expect(JSON.stringify(hidden)).not.toContain('"cle"');
    expect(hidden.map(({ body }) => body?.replace('(hidden)', 'cle'))).toEqual(asked.map(({ body }) => body));
  });
});
