import type { ExternalReference } from '@parvis/application/accounting/accounting-connector';
import type { HttpAnswer, Transport } from '@parvis/connector-kit/exchange';
import { classifyStatus, NotNow, Refused, retryAfterSeconds } from '@parvis/connector-kit/failures';
import { parseJson } from '@parvis/connector-kit/understood';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { WebhookEvent } from './encode-event.js';
import { type ReachSettings, secretsOf } from './settings.js';
import { SIGNATURE_HEADER, sign } from './signature.js';

/** Text of a receiver that is shown to people, cut where it grows too long for a sentence. */
const words = z.string().transform((text) => text.slice(0, 500));
const money = z.string().regex(/^-?\d{1,15}(\.\d{1,2})?$/);

/** What a receiver tells of an invoice: nothing of it is required. */
const told = z.object({
  id: z.string().min(1).max(200).optional(),
  number: z.string().min(1).max(200).optional(),
  /** As it stored them. */
  totals: z.object({ net: money, vat: money, gross: money }).optional(),
  /** SHA-256 of each file that it has. */
  files: z.array(z.string()).optional(),
  version: z.string().max(100).optional(),
});

export type Told = z.infer<typeof told>;

const listedPage = z.object({
  invoices: z
    .array(
      z.object({
        key: z.string(),
        id: z.string().min(1),
        number: z.string().optional(),
        invoiceNumber: z.string().optional(),
        supplier: z.string().optional(),
        /** With VAT, credit notes below zero. */
        gross: money,
        status: z.string(),
        cancelled: z.boolean().default(false),
      }),
    )
    .max(1000),
  next: z.string().min(1).nullable().default(null),
});

export type ListedPage = z.infer<typeof listedPage>;

const problem = z.object({
  code: z.string().optional(),
  message: words.optional(),
  detail: words.optional(),
  title: words.optional(),
  id: z.string().optional(),
  number: z.string().optional(),
});

export type EventAnswer =
  | { readonly kind: 'done'; readonly told: Told }
  | { readonly kind: 'known'; readonly told: Told };

export interface ReceiverClient {
  /** Posts an event. Throws `Refused`, `NotNow` or `NoAnswer`. */
  post(event: WebhookEvent): Promise<EventAnswer>;
  /** What stands there under a key; undefined where nothing does. Only with `readBackUrl`. */
  lookUp(readBackUrl: string, key: string): Promise<Told | undefined>;
  /** Everything of ours that stands there, page by page. Only with `readBackUrl`, and where the receiver can. */
  list(readBackUrl: string, after: string | null, limit: number): Promise<ListedPage>;
}

export const makeReceiverClient = (
  settings: ReachSettings,
  transport: Transport,
  now: () => Date,
): ReceiverClient => {
  /** Nothing is in the body of such a question: what is asked for is signed instead. */
  const ask = (what: string, url: string): Promise<HttpAnswer> => {
    const { pathname, search } = new URL(url);
    const headers = { [SIGNATURE_HEADER]: sign(secretsOf(settings), pathname + search, now()) };
    return transport({ what, method: 'GET', url, headers });
  };

  return {
    post: async (event) => {
      const body = JSON.stringify(event);
      const answer = await transport({
        what: event.type,
        method: 'POST',
        url: settings.url,
        headers: {
          'content-type': 'application/json',
          'Idempotency-Key': event.id,
          [SIGNATURE_HEADER]: sign(secretsOf(settings), body, now()),
        },
        body,
      });
      if (answer.status >= 200 && answer.status < 300) return { kind: 'done', told: readTold(answer) };
      if (answer.status === 409) return readConflict(answer);
      throw failureOf(answer);
    },

    lookUp: async (readBackUrl, key) => {
      const answer = await ask('look up by key', `${withoutSlash(readBackUrl)}/${encodeURIComponent(key)}`);
      if (answer.status === 404 || answer.status === 410) return undefined;
      if (answer.status !== 200) throw failureOf(answer);
      return readTold(answer);
    },

    list: async (readBackUrl, after, limit) => {
      const query = new URLSearchParams({ limit: String(limit), ...(after === null ? {} : { after }) });
      const answer = await ask('list', `${withoutSlash(readBackUrl)}?${query}`);
      if (answer.status !== 200) throw failureOf(answer);
      const parsed = listedPage.safeParse(parseJson(answer.body));
      if (!parsed.success) throw notUnderstood(answer);
      return parsed.data;
    },
  };
};

const withoutSlash = (address: string): string => address.replace(/\/$/, '');

/** An empty answer is fine. A page of HTML is not: some other program answered, and has stored nothing. */
const readTold = (answer: HttpAnswer): Told => {
  if (answer.body.trim() === '') return {};
  const parsed = told.safeParse(parseJson(answer.body));
  if (parsed.success) return parsed.data;
  throw notUnderstood(answer);
};

const notUnderstood = (answer: HttpAnswer): Refused =>
  new Refused(
    'answer-not-understood',
    say(
      `La réponse reçue (${answer.status}) n’est ni vide, ni du JSON attendu : vérifiez que l’adresse est bien celle de votre logiciel.`,
      `The answer (${answer.status}) is neither empty nor the JSON expected: check that the address is that of your system.`,
    ),
  );

const readConflict = (answer: HttpAnswer): EventAnswer => {
  const { code, number, id } = problem.catch({}).parse(parseJson(answer.body));
  if (code !== 'typed-in') return { kind: 'known', told: readTold(answer) };
  const where = number ?? id;
  throw new Refused(
    'typed-in-by-hand',
    say(
      `Cette facture est déjà dans les livres${where ? ` (${where})` : ''}, saisie autrement ou déjà en cours de traitement.`,
      `This invoice is in the books already${where ? ` (${where})` : ''}, typed in otherwise or under way.`,
    ),
  );
};

const failureOf = (answer: HttpAnswer): Refused | NotNow => {
  const { status } = answer;
  const { message, detail, title } = problem.catch({}).parse(parseJson(answer.body));
  const theirs = message ?? detail ?? title;
  const failureClass = classifyStatus(status);
  if (failureClass === 'auth')
    return new Refused(
      'credentials-refused',
      say(
        'Le logiciel ne reconnaît pas notre signature : vérifiez que le secret est le même des deux côtés.',
        'The system does not accept our signature: check that the secret is the same on both sides.',
      ),
    );
  if (failureClass === 'right')
    return new Refused(
      'right-missing',
      theirs ?? say(`Envoi interdit là-bas (${status}).`, `Not allowed there (${status}).`),
    );
  if (status === 404)
    return new Refused(
      'validation-refused',
      say(
        'Rien ne répond à cette adresse (404) : corrigez-la.',
        'Nothing answers at this address (404): correct it.',
      ),
    );
  if (status >= 400 && status < 500 && failureClass !== 'retry')
    return new Refused(
      'validation-refused',
      theirs ??
        say(`Le logiciel refuse la facture (${status}).`, `The system refuses the invoice (${status}).`),
    );
  return new NotNow(
    say(
      `Le logiciel n’a pas pu prendre la facture (${status}). Nouvel essai prévu.`,
      `The system could not take the invoice (${status}). Another try is planned.`,
    ),
    retryAfterSeconds(answer),
  );
};

export const referenceOf = ({ id, number }: Told, key: string): ExternalReference => ({
  id: id ?? key,
  ...(number === undefined ? {} : { number }),
});
