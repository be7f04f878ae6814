import type { HttpAnswer } from '@parvis/connector-kit/exchange';
import { classifyStatus, NotNow, Refused, retryAfterSeconds } from '@parvis/connector-kit/failures';
import { parseJson } from '@parvis/connector-kit/understood';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';

/** `{"error":{"code":404,"message":"Not Found: …","0":"ErrorRefAlreadyExists"}}` */
const restError = z.looseObject({
  error: z.looseObject({ code: z.int(), message: z.string().default('') }),
});

/** The words of a failure that Dolibarr itself tells; undefined where something before it answered. */
export const failureWords = ({ body }: HttpAnswer): string | undefined => {
  const parsed = restError.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { code: _code, message, ...details } = parsed.data.error;
  const words = Object.values(details).filter((word) => typeof word === 'string' && word !== '');
  return [message, ...words].join(' ').trim();
};

/** What an answer that is no success means. Rights are 401 in old versions and 403 since; so is a wrong key. */
export const failureOf = (http: HttpAnswer): Refused | NotNow => {
  const words = failureWords(http);
  switch (classifyStatus(http.status)) {
    case 'auth':
      return isAboutKey(words ?? '') ? credentialsRefused() : rightMissing(words);
    case 'right':
      return rightMissing(words);
    case 'gone':
      return words === undefined || isModuleOff(words)
        ? new Refused('reference-data-missing', noApiHere)
        : new Refused('gone-there', words);
    case 'refused':
      return words ? new Refused('validation-refused', words) : strangeStatus(http.status);
    case 'retry':
      // A filter it does not understand is 503 too, with words of its own.
      return words?.includes('sqlfilters') ? new Refused('answer-not-understood', words) : busy(http);
    case 'unknown':
      return words && http.status === 500 && !isContention(words)
        ? new Refused('validation-refused', words)
        : busy(http);
  }
};

export const isModuleOff = (words: string): boolean => /API not found/i.test(words);

const isAboutKey = (words: string): boolean => /user not valid|failed to login|api.?key/i.test(words);

const isContention = (words: string): boolean => /deadlock|lock wait timeout|serialize access/i.test(words);

const credentialsRefused = (): Refused =>
  new Refused(
    'credentials-refused',
    say(
      'Dolibarr ne connaît pas cette clé, ou le compte est désactivé. Créez une clé sur la fiche de l’utilisateur.',
      'Dolibarr does not know this key, or the account is disabled. Make a key on the user’s card.',
    ),
  );

const rightMissing = (words = ''): Refused =>
  new Refused(
    'right-missing',
    say(
      `Le compte de la connexion n’a pas ce droit dans Dolibarr. ${words}`.trim(),
      `The account of the connection lacks this right in Dolibarr. ${words}`.trim(),
    ),
  );

const noApiHere = say(
  'Pas d’API à cette adresse. Vérifiez l’adresse, et activez le module « API REST » de Dolibarr.',
  'No API at this address. Check the address, and enable the module "REST API" of Dolibarr.',
);

const strangeStatus = (status: number): Refused =>
  new Refused(
    'answer-not-understood',
    say(`Dolibarr a répondu HTTP ${status}.`, `Dolibarr answered HTTP ${status}.`),
  );

const busy = (http: HttpAnswer): NotNow =>
  new NotNow(
    say(`Dolibarr est indisponible (HTTP ${http.status}).`, `Dolibarr is unavailable (HTTP ${http.status}).`),
    retryAfterSeconds(http),
  );
