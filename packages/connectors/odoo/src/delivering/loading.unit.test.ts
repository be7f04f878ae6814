import { describe, expect, it } from 'vitest';
import type { OdooClient } from '../protocol/odoo-client.js';
import { load } from './loading.js';

const answering = (answer: unknown): OdooClient => ({
  signedIn: () => Promise.reject(new Error('not asked')),
  search: () => Promise.reject(new Error('not asked')),
  call: async (_call, shape) => shape.parse(answer),
});

const loading = (answer: unknown) => load(answering(answer), 'account.move', { columns: [], rows: [] });

const refused = (message: string) => ({ ids: false, messages: [{ type: 'error', message, record: 0 }] });

describe('load', () => {
  it('answers what was made', async () => {
    expect(await loading({ ids: [12], messages: [], nextrow: 0 })).toBe(12);
  });

  it('finds a refusal among the messages of a success, in Odoo’s own words', async () => {
    await expect(loading(refused('Le journal est archivé.'))).rejects.toMatchObject({
      code: 'validation-refused',
      said: { fr: 'Le journal est archivé.' },
    });
  });

  it.each([
    'duplicate key value violates unique constraint "ir_model_data_module_name_uniq_index"',
    'could not serialize access due to concurrent update',
  ])('tries again where another made the same at once: %s', async (message) => {
    await expect(loading(refused(message))).rejects.toMatchObject({ name: 'NotNow' });
  });

  it('does not take silence for success', async () => {
    await expect(loading({ ids: [], messages: [] })).rejects.toMatchObject({ code: 'answer-not-understood' });
  });
});
