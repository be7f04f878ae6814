import type { ToldExchange } from '@parvis/application/accounting/open-connector';
import type { RecordedExchange } from './exchange.js';

/** Longer bodies are mostly attachments, which the document store has. */
const LONGEST_BODY = 16_384;

/** A recorded exchange as it is kept for people to read. */
export const toldExchange = (
  { question, answer, failure, milliseconds }: RecordedExchange,
  at: Date,
): ToldExchange => ({
  at,
  what: question.what,
  question: {
    line: `${question.method} ${question.url}`,
    headers: question.headers,
    body: cut(question.body ?? ''),
  },
  ...(answer
    ? { answer: { line: '', status: answer.status, headers: answer.headers, body: cut(answer.body) } }
    : {}),
  ...(failure === undefined ? {} : { failure }),
  milliseconds,
});

const cut = (body: string): string =>
  body.length <= LONGEST_BODY
    ? body
    : `${body.slice(0, LONGEST_BODY)}\n[… ${body.length - LONGEST_BODY} more characters]`;
