import type { HttpAnswer } from '@parvis/connector-kit/exchange';
import { classifyStatus, NotNow, Refused, retryAfterSeconds } from '@parvis/connector-kit/failures';
import { parseJson } from '@parvis/connector-kit/understood';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';

/** What one answer of Odoo says. */
export type Reading =
  | { readonly kind: 'result'; readonly result: unknown }
  /** The database was busy with a conflicting change; nothing was done. */
  | { readonly kind: 'contention' }
  | { readonly kind: 'failed'; readonly error: Refused | NotNow };

const rpcError = z.looseObject({
  error: z.looseObject({
    message: z.string().optional(),
    data: z.looseObject({ name: z.string(), message: z.string().nullish() }).optional(),
  }),
});
const rpcResult = z.looseObject({ jsonrpc: z.literal('2.0'), result: z.unknown() });

/** JSON-RPC, Odoo 16 to 18: failures come as HTTP 200 with `error.data.name`, a method without an answer without `result`. */
export const readRpc = (http: HttpAnswer): Reading => {
  if (http.status !== 200) return { kind: 'failed', error: httpFailure(http) };
  const body = parseJson(http.body);
  const failed = rpcError.safeParse(body);
  if (failed.success) {
    const { data, message = '' } = failed.data.error;
    return failureOf(data?.name ?? '', data?.message || message);
  }
  const parsed = rpcResult.safeParse(body);
  return parsed.success
    ? { kind: 'result', result: parsed.data.result ?? null }
    : notUnderstood('pas de JSON-RPC', 'no JSON-RPC');
};

const json2Error = z.looseObject({ name: z.string(), message: z.string().nullish() });

/** JSON-2, Odoo 19 and later: the bare value with 200; otherwise a status of its own and the exception's name. */
export const readJson2 = (http: HttpAnswer): Reading => {
  const body = parseJson(http.body);
  if (http.status === 200) {
    return body === undefined ? notUnderstood('pas de JSON', 'no JSON') : { kind: 'result', result: body };
  }
  const failed = json2Error.safeParse(body);
  return failed.success
    ? failureOf(failed.data.name, failed.data.message ?? '')
    : { kind: 'failed', error: httpFailure(http) };
};

const contentionTexts = [
  'could not serialize access',
  'could not obtain lock on row',
  'deadlock detected',
  'current transaction is aborted',
];

export const isContention = (message: string): boolean =>
  contentionTexts.some((text) => message.includes(text));

/** By the last word of the exception's full name: `odoo.exceptions.UserError`. */
const failureOf = (name: string, message: string): Reading => {
  if (isContention(message)) return { kind: 'contention' };
  const failed = (error: Refused | NotNow): Reading => ({ kind: 'failed', error });
  switch (name.split('.').at(-1)) {
    case 'SerializationFailure':
    case 'LockNotAvailable':
    case 'DeadlockDetected':
      return { kind: 'contention' };
    case 'AccessDenied':
    case 'Unauthorized':
    case 'SessionExpiredException':
      return failed(credentialsRefused());
    case 'AccessError':
    case 'Forbidden':
      return failed(new Refused('right-missing', message || rightMissing));
    case 'UserError':
    case 'RedirectWarning':
    case 'ValidationError':
    case 'CheckViolation':
    case 'NotNullViolation':
    case 'UniqueViolation':
      return failed(new Refused('validation-refused', message || silentRefusal));
    case 'MissingError':
      return failed(new Refused('gone-there', message || goneThere));
    case 'OperationalError':
      return failed(/does not exist/.test(message) ? noDatabase() : new NotNow(busy));
    default:
      return notUnderstood(`${name} ${message}`, `${name} ${message}`);
  }
};

export const credentialsRefused = (): Refused =>
  new Refused(
    'credentials-refused',
    say(
      'Odoo refuse l’identifiant ou la clé d’API. Créez une clé neuve dans Préférences, Sécurité du compte : Odoo les fait expirer.',
      'Odoo refuses the login or the API key. Make a new key under Preferences, Account Security: Odoo lets them expire.',
    ),
  );

const noDatabase = (): Refused =>
  new Refused(
    'reference-data-missing',
    say(
      'Cette base n’existe pas sur le serveur Odoo. Vérifiez son nom et l’adresse.',
      'There is no such database on the Odoo server. Check its name and the address.',
    ),
  );

const rightMissing = say(
  'Le compte de la connexion n’a pas ce droit dans Odoo. Donnez-lui le droit « Facturation ».',
  'The account of the connection lacks this right in Odoo. Give it the "Billing" right.',
);
const silentRefusal = say('Odoo refuse sans dire pourquoi.', 'Odoo refuses without saying why.');
const goneThere = say('L’enregistrement n’est plus dans Odoo.', 'The record is no longer in Odoo.');
const busy = say(
  'La base d’Odoo ne répond pas ; nouvel essai prévu.',
  'Odoo’s database does not answer; another try is planned.',
);

const notUnderstood = (fr: string, en: string): Reading => ({
  kind: 'failed',
  error: new Refused(
    'answer-not-understood',
    say(`Réponse inattendue d’Odoo : ${fr.slice(0, 300)}`, `Unexpected answer of Odoo: ${en.slice(0, 300)}`),
  ),
});

export const httpFailure = (http: HttpAnswer): Refused | NotNow => {
  switch (classifyStatus(http.status)) {
    case 'auth':
      return credentialsRefused();
    case 'right':
      return new Refused('right-missing', rightMissing);
    case 'gone':
      return new Refused(
        'reference-data-missing',
        say(
          'Cette adresse ne mène pas à un serveur Odoo, ou la base demandée n’y est pas. Vérifiez l’adresse et le nom de la base.',
          'This address does not lead to an Odoo server, or the database is not there. Check the address and the name of the database.',
        ),
      );
    case 'refused':
      return new Refused(
        'answer-not-understood',
        say(`Odoo a répondu HTTP ${http.status}.`, `Odoo answered HTTP ${http.status}.`),
      );
    case 'retry':
    case 'unknown':
      return new NotNow(
        say(`Odoo est indisponible (HTTP ${http.status}).`, `Odoo is unavailable (HTTP ${http.status}).`),
        retryAfterSeconds(http),
      );
  }
};
