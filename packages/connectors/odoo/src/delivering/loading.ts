import { NotNow, Refused } from '@parvis/connector-kit/failures';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import { isContention } from '../protocol/answers.js';
import type { OdooClient } from '../protocol/odoo-client.js';

const loadResult = z.looseObject({
  ids: z.union([z.array(z.int()), z.literal(false)]).optional(),
  messages: z.array(z.looseObject({ type: z.string().optional(), message: z.string() })).default([]),
});

/** What `load` is given: the names of the columns, then rows of text. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Imports rows as Odoo's own import does: a record whose external identifier is known is updated, any other made.
 * Answers its identifier. A refusal stands in `messages`, in an answer that looks like success.
 */
export const load = async (
  client: OdooClient,
  model: string,
  { columns, rows }: Table,
  context: Readonly<Record<string, unknown>> = {},
): Promise<number> => {
  const { ids, messages } = await client.call(
    { model, method: 'load', args: { fields: columns, data: rows }, context },
    loadResult,
  );
  const [id] = ids || [];
  if (id !== undefined) return id;
  const words = [...new Set(messages.map(({ message }) => message.trim()))].join(' ');
  // The same thing was loaded by somebody else at the same moment: it will be there the next time one looks.
  if (isContention(words) || /unique constraint|ir_model_data/i.test(words)) throw new NotNow(atOnce);
  throw words ? new Refused('validation-refused', words) : new Refused('answer-not-understood', silent);
};

const atOnce = say(
  'Odoo enregistre déjà la même facture ; nouvel essai prévu.',
  'Odoo is recording the same bill already; another try is planned.',
);
const silent = say(
  'Odoo n’a rien importé et ne dit pas pourquoi.',
  'Odoo imported nothing and does not say why.',
);
