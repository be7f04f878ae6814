/** One question over HTTP. `what` names the act in our words, for people who read recordings. */
export interface HttpQuestion {
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What is sent in place of `body`, which then only describes it; never recorded. */
  readonly bytes?: Uint8Array;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body as it came, for what is not UTF-8; never recorded. */
  readonly bytes?: Uint8Array;
}

/** Answers a question, whatever the status; throws `NoAnswer` when none came. */
export type Transport = (question: HttpQuestion) => Promise<HttpAnswer>;

/**
 * Nothing came back: refused, reset, unresolved, too late. Whether the other side did what was asked is not known.
 */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(
    /** `ECONNREFUSED`, `timeout`… */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`no answer: ${code}`, options);
  }
}

/** What was asked and what came of it, without secrets: a person can read it, a test can replay it. */
export interface RecordedExchange {
  readonly question: HttpQuestion;
  readonly answer?: HttpAnswer;
  /** The code of `NoAnswer`. */
  readonly failure?: string;
  readonly milliseconds: number;
}

export type RecordExchange = (exchange: RecordedExchange) => void;
