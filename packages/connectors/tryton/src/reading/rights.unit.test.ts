import type { Transport } from '@parvis/connector-kit/exchange';
import { describe, expect, it } from 'vitest';
import { makeTrytonClient } from '../protocol/tryton-client.js';
import { readable, requireRights } from './rights.js';

/** A server that answers for rights as Tryton does: 1 and 0, true where nobody has set anything. */
const clientWith = (rights: Readonly<Record<string, object>>) => {
  const results: Readonly<Record<string, unknown>> = {
    'common.db.login': [2, 'key'],
    'model.res.user.get_preferences': { company: 1 },
    'model.ir.model.access.get_access': rights,
  };
  const transport: Transport = async ({ what }) => ({
    status: 200,
    headers: {},
    body: JSON.stringify({ id: 0, result: results[what] }),
  });
  const account = { url: 'http://tryton.example/entity/', user: 'connecteur', password: 'secret' };
  return makeTrytonClient(account, { signedIn: undefined, references: undefined }, transport);
};

describe('the rights of the account', () => {
  it('suffice where nothing that deliveries do is forbidden', async () => {
    const client = clientWith({
      'account.invoice': { read: 1, write: 0, create: 1, delete: 1 },
      'party.party': { read: true, write: true, create: true, delete: true },
    });
    await expect(requireRights(client)).resolves.toBeUndefined();
  });

  it('are named, each with its model, where they are missing', async () => {
    const client = clientWith({
      'account.invoice': { read: 1, create: 0, delete: 0 },
      'ir.note': { read: 0 },
    });
    await expect(requireRights(client)).rejects.toMatchObject({
      code: 'right-missing',
      said: { en: expect.stringContaining('create account.invoice, delete account.invoice, read ir.note') },
    });
  });

  it('tell which models can be read', async () => {
    const client = clientWith({ 'account.payment': { read: 0 }, 'purchase.purchase': { read: 1 } });
    expect(await readable(client, ['account.payment', 'purchase.purchase'])).toEqual(['purchase.purchase']);
    expect(await readable(client, [])).toEqual([]);
  });
});
