import type { HttpAnswer } from '@parvis/connector-kit/exchange';
import { classifyStatus, NotNow, Refused, retryAfterSeconds } from '@parvis/connector-kit/failures';
import { parseJson } from '@parvis/connector-kit/understood';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { z } from 'zod';

/** What one answer of Tryton's JSON-RPC says. */
export type Reading =
  | { readonly kind: 'result'; readonly result: unknown }
  /** The database was busy with a conflicting change; nothing was done. */
  | { readonly kind: 'contention' }
  /** The session is over. */
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'failed'; readonly error: Refused | NotNow };

const answer = z.union([z.object({ error: z.array(z.unknown()).min(1) }), z.object({ result: z.unknown() })]);

/** Most failures come as HTTP 200 with an `error` list; its first item is a class name or a bare text of the database. */
export const readAnswer = (http: HttpAnswer): Reading => {
  if (http.status === 401) return { kind: 'signed-out' };
  if (http.status !== 200) return { kind: 'failed', error: httpFailure(http) };
  const parsed = answer.safeParse(parseJson(http.body));
  if (!parsed.success) return notUnderstood('no JSON-RPC');
  return 'error' in parsed.data
    ? readError(parsed.data.error)
    : { kind: 'result', result: parsed.data.result };
};

const contentionTexts = ['could not obtain lock on row', 'could not serialize access', 'deadlock detected'];

const readError = ([name, details]: readonly unknown[]): Reading => {
  const said = String(name);
  if (contentionTexts.some((text) => said.startsWith(text))) return { kind: 'contention' };
  const message = firstText(details);
  switch (said) {
    case 'UserError':
    case 'UserWarning':
      return { kind: 'failed', error: new Refused('validation-refused', message) };
    case 'ConcurrencyException':
      return {
        kind: 'failed',
        error: new NotNow(
          say(
            'La facture vient d’être modifiée dans Tryton ; nouvel essai prévu.',
            'The bill has just been changed in Tryton; another try is planned.',
          ),
        ),
      };
    default:
      return notUnderstood(said);
  }
};

/** UserError: [message, description, domain]; UserWarning: [name, message, description]. The longest text is for people. */
const firstText = (details: unknown): Bilingual | string => {
  const texts = Array.isArray(details)
    ? details.filter((item) => typeof item === 'string')
    : [String(details)];
  return texts.toSorted((one, other) => other.length - one.length)[0] ?? withoutReason;
};

const withoutReason = say('Tryton refuse sans dire pourquoi.', 'Tryton refuses without saying why.');

const notUnderstood = (said: string): Reading => ({
  kind: 'failed',
  error: new Refused(
    'answer-not-understood',
    say(
      `Réponse inattendue de Tryton : ${said.slice(0, 300)}`,
      `Unexpected answer of Tryton: ${said.slice(0, 300)}`,
    ),
  ),
});

/** After five wrong passwords Tryton answers 429 for a while: asking on would prolong it. */
const LOCKED_SECONDS = 900;

const httpFailure = (http: HttpAnswer): Refused | NotNow => {
  if (http.status === 429) {
    return new NotNow(
      say(
        'Tryton refuse les connexions pour un moment (429).',
        'Tryton refuses to sign anybody in for a while (429).',
      ),
      retryAfterSeconds(http) ?? LOCKED_SECONDS,
    );
  }
  switch (classifyStatus(http.status)) {
    case 'right':
      return new Refused(
        'right-missing',
        say(
          'Le compte de la connexion n’a pas les droits nécessaires dans Tryton.',
          'The connection’s account lacks rights in Tryton.',
        ),
      );
    case 'gone':
      return new Refused(
        'reference-data-missing',
        say(
          'Cette base n’existe pas sur le serveur Tryton. Vérifiez l’adresse.',
          'The Tryton server has no such database. Check the address.',
        ),
      );
    case 'refused':
      return new Refused(
        'answer-not-understood',
        say(`Tryton a répondu HTTP ${http.status}.`, `Tryton answered HTTP ${http.status}.`),
      );
    case 'auth':
    case 'retry':
    case 'unknown':
      return new NotNow(
        say(`Tryton est indisponible (HTTP ${http.status}).`, `Tryton is unavailable (HTTP ${http.status}).`),
        retryAfterSeconds(http),
      );
  }
};
