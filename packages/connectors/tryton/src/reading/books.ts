import type { Choice } from '@parvis/connector-kit/set-up';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { TrytonClient } from '../protocol/tryton-client.js';
import type { Journal } from '../reference-data.js';
import { required } from './missing.js';

const journalRow = z.object({ id: z.int(), code: z.string().nullable(), name: z.string() });
const termRow = z.object({ id: z.int(), name: z.string() });

const readJournals = (client: TrytonClient) =>
  client.search(
    'account.journal',
    { domain: [['type', '=', 'expense']], order: [['id', 'ASC']], fields: ['code', 'name'] },
    journalRow,
  );

/** The journal of this code, or the first for expenses. */
export const readJournal = async (client: TrytonClient, code: string | undefined): Promise<Journal> => {
  const journals = await readJournals(client);
  const found = code === undefined ? journals[0] : journals.find((journal) => journal.code === code);
  return required(
    found,
    code === undefined
      ? say('un journal de charges', 'An expense journal')
      : say(`le journal de charges « ${code} »`, `The expense journal "${code}"`),
  );
};

export const journalChoices = async (client: TrytonClient): Promise<readonly Choice[]> =>
  (await readJournals(client)).flatMap(({ code, name }) =>
    code ? [{ value: code, label: `${code} · ${name}` }] : [],
  );

const readTerms = (client: TrytonClient) =>
  client.search(
    'account.invoice.payment_term',
    { domain: [], order: [['id', 'ASC']], fields: ['name'] },
    termRow,
  );

export const readPaymentTerm = async (
  client: TrytonClient,
  name: string | undefined,
): Promise<number | undefined> => {
  if (name === undefined) return undefined;
  const found = (await readTerms(client)).find((term) => term.name === name);
  return required(found, say(`le délai de paiement « ${name} »`, `The payment term "${name}"`)).id;
};

export const paymentTermChoices = async (client: TrytonClient): Promise<readonly Choice[]> =>
  (await readTerms(client)).map(({ name }) => ({ value: name, label: name }));
