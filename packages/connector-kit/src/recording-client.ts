import type { EgressPolicy } from './egress.js';
import {
  type HttpAnswer,
  type HttpQuestion,
  NoAnswer,
  type RecordExchange,
  type Transport,
} from './exchange.js';
import { Refused } from './failures.js';
import { askHttp, type ClientCertificate } from './http-ask.js';
import type { Gate } from './pace.js';
import { withoutSecrets } from './without-secrets.js';

export interface ClientOptions extends EgressPolicy {
  readonly timeoutMs?: number;
  readonly record?: RecordExchange;
  /** Each question waits for its turn. */
  readonly gate?: Gate;
  /** For servers that ask who we are before they listen. */
  readonly certificate?: ClientCertificate;
  /** Fields of JSON bodies that are never recorded. */
  readonly secretFields?: readonly string[];
  /** For what is secret in a system's own shape, such as a password or a session key in a list. */
  readonly hideQuestion?: (question: HttpQuestion) => HttpQuestion;
  readonly hideAnswer?: (question: HttpQuestion, answer: HttpAnswer) => HttpAnswer;
}

/**
 * A transport over HTTP: each answer within its time, each exchange recorded without its secrets, nothing sent where the
 * policy does not allow it.
 */
export const recordingClient = ({
  timeoutMs = 30_000,
  record = () => {},
  gate = (question) => question(),
  certificate,
  secretFields = [],
  hideQuestion = (question) => question,
  hideAnswer = (_question, answer) => answer,
  ...policy
}: ClientOptions): Transport => {
  const ask = askHttp(policy, certificate);
  return async (question) => {
    const startedAt = performance.now();
    const elapsed = () => Math.round(performance.now() - startedAt);
    const recordable = withoutSecrets(hideQuestion(textOf(question)), secretFields);
    try {
      const answer = await gate(() => ask(question, timeoutMs));
      record({
        question: recordable,
        answer: withoutSecrets(hideAnswer(question, textOf(answer)), secretFields),
        milliseconds: elapsed(),
      });
      return answer;
    } catch (error) {
      const failure =
        error instanceof NoAnswer || error instanceof Refused
          ? error
          : new NoAnswer(codeOf(error), { cause: error });
      record({ question: recordable, failure: failure.code, milliseconds: elapsed() });
      throw failure;
    }
  };
};

/** Bytes say nothing to a reader of recordings. */
const textOf = <Message extends HttpQuestion | HttpAnswer>({ bytes: _bytes, ...message }: Message) => message;

/** The system's own code: `ECONNREFUSED`, `CERT_HAS_EXPIRED`… */
const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'connection-failed';
};
