import type { RefusalCode, Unavailable } from '@parvis/application/accounting/accounting-connector';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { type HttpAnswer, NoAnswer } from './exchange.js';

/**
 * What a failed exchange means. `retry`: ask again later, after looking whether it was done. `auth`: sign in again once.
 * `right`: the account may not. `refused`: the system says no, in its own words. `gone`: a known record is not there.
 * `unknown`: nothing above; asked again like `retry`, and parked by whoever counts the attempts.
 */
export type FailureClass = 'retry' | 'auth' | 'right' | 'refused' | 'gone' | 'unknown';

/** By HTTP status; a connector reads its system's own failures before it comes here. */
const classes: readonly { readonly class: FailureClass; readonly statuses: readonly number[] }[] = [
  { class: 'retry', statuses: [408, 425, 429, 502, 503, 504] },
  { class: 'auth', statuses: [401] },
  { class: 'right', statuses: [403] },
  { class: 'refused', statuses: [400, 409, 413, 415, 422] },
  { class: 'gone', statuses: [404, 410] },
];

export const classifyStatus = (status: number): FailureClass =>
  classes.find(({ statuses }) => statuses.includes(status))?.class ?? 'unknown';

/** The seconds a `Retry-After` asks for, where it gives them as a number. */
export const retryAfterSeconds = ({ headers }: HttpAnswer): number | undefined => {
  const seconds = Number(headers['retry-after']);
  return Number.isInteger(seconds) && seconds > 0 ? seconds : undefined;
};

/** The system said no, or said something we cannot go on with: a person must act. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly said: Bilingual;
  constructor(
    readonly code: RefusalCode,
    /** Our sentence in both languages, or the system's own words. */
    message: Bilingual | string,
  ) {
    super(typeof message === 'string' ? message : message.en);
    this.said = bothLanguages(message);
  }
}

/** The system could not be asked now. `done`: whether it may nevertheless have done what was asked. */
export class NotNow extends Error {
  override readonly name = 'NotNow';
  readonly said: Bilingual;
  constructor(
    message: Bilingual | string,
    readonly retryAfterSeconds?: number,
  ) {
    super(typeof message === 'string' ? message : message.en);
    this.said = bothLanguages(message);
  }
}

const bothLanguages = (message: Bilingual | string): Bilingual =>
  typeof message === 'string' ? say(shortened(message), shortened(message)) : message;

/** A sentence is read, kept and mailed; a page of theirs is not. */
const shortened = (words: string): string =>
  words.length <= LONGEST_WORDS ? words : `${words.slice(0, LONGEST_WORDS)}…`;

const LONGEST_WORDS = 1_000;

export type Outcome =
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: Bilingual }
  | Unavailable;

/** What the port answers for something thrown on the way; undefined for a failure of our own, which goes on up. */
export const outcomeOf = (error: unknown): Outcome | undefined => {
  if (error instanceof Refused) return { kind: 'refused', code: error.code, message: error.said };
  if (error instanceof NotNow) {
    const { said: message, retryAfterSeconds: seconds } = error;
    return { kind: 'unavailable', message, ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) };
  }
  if (error instanceof NoAnswer) return { kind: 'unavailable', message: sentenceOf(error.code) };
  return undefined;
};

/** Does `ask`, and tells what went wrong as the port does. */
export const asOutcome = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | Outcome> => {
  try {
    return await ask();
  } catch (error) {
    const outcome = outcomeOf(error);
    if (!outcome) throw error;
    return outcome;
  }
};

/** The same for reading statuses, where a refusal too means: not now. It says which. */
export const asUnavailable = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | Unavailable> => {
  try {
    return await ask();
  } catch (error) {
    const outcome = outcomeOf(error);
    if (!outcome) throw error;
    const { message } = outcome;
    return outcome.kind === 'unavailable' ? outcome : { kind: 'unavailable', message, refusal: outcome.code };
  }
};

const sentences: Readonly<Record<string, Bilingual>> = {
  ECONNREFUSED: say(
    'Le système comptable ne répond pas : rien n’écoute à cette adresse.',
    'The accounting system does not answer: nothing listens at this address.',
  ),
  ENOTFOUND: say(
    'Le système comptable est introuvable : son nom n’est pas connu du réseau.',
    'The accounting system cannot be found: the network does not know its name.',
  ),
  timeout: say(
    'Le système comptable n’a pas répondu à temps.',
    'The accounting system did not answer in time.',
  ),
};

const sentenceOf = (code: string): Bilingual =>
  sentences[code] ??
  say(
    `La liaison avec le système comptable a été coupée (${code}).`,
    `The link with the accounting system was cut (${code}).`,
  );
