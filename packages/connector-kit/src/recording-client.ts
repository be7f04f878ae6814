import {
  type HttpAnswer,
  type HttpQuestion,
  NoAnswer,
  type RecordExchange,
  type Transport,
} from './exchange.js';
import type { Gate } from './pace.js';
import { withoutSecrets } from './without-secrets.js';

export interface ClientOptions {
  readonly timeoutMs?: number;
  readonly record?: RecordExchange;
  /** Each question waits for its turn. */
  readonly gate?: Gate;
  /** Fields of JSON bodies that are never recorded. */
  readonly secretFields?: readonly string[];
  /** For what is secret in a system's own shape, such as a session key in a list. */
  readonly hideAnswer?: (question: HttpQuestion, answer: HttpAnswer) => HttpAnswer;
}

/** A transport over fetch: each answer within its time, each exchange recorded without its secrets. */
export const recordingClient = ({
  timeoutMs = 30_000,
  record = () => {},
  gate = (question) => question(),
  secretFields = [],
  hideAnswer = (_question, answer) => answer,
}: ClientOptions): Transport => {
  return async (question) => {
    const startedAt = performance.now();
    const elapsed = () => Math.round(performance.now() - startedAt);
    const recordable = withoutSecrets(question, secretFields);
    try {
      const answer = await gate(() => ask(question, timeoutMs));
      record({
        question: recordable,
        answer: withoutSecrets(hideAnswer(question, answer), secretFields),
        milliseconds: elapsed(),
      });
      return answer;
    } catch (error) {
      const failure = error instanceof NoAnswer ? error : new NoAnswer(codeOf(error), { cause: error });
      record({ question: recordable, failure: failure.code, milliseconds: elapsed() });
      throw failure;
    }
  };
};

const ask = async ({ url, method, headers, body }: HttpQuestion, timeoutMs: number): Promise<HttpAnswer> => {
  const response = await fetch(url, {
    method,
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    ...(body === undefined ? {} : { body }),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
};

/** fetch wraps what happened: `TypeError: fetch failed`, with the reason in its cause. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'timeout';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : 'connection-failed';
};
