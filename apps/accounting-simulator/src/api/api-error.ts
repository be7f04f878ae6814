import type { ErrorRequestHandler, Response } from 'express';
import type { ZodType } from 'zod';

/** A request that cannot be done, with the answer it gets. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

/** The value as the schema reads it, or a 422 that names the field. */
export const read = <Value>(schema: ZodType<Value>, raw: unknown): Value => {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new ApiError(422, 'malformed', `${field || 'body'}: ${issue?.message}`, field);
};

export const answerApiError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (error instanceof ApiError) {
    const { status, code, message, field } = error;
    return void send(response, status, { code, message, ...(field ? { field } : {}) });
  }
  const status = clientErrorStatus(error);
  if (status) return void send(response, status, { code: 'unreadable', message: 'The body cannot be read.' });
  console.error(error);
  send(response, 500, { code: 'failure', message: 'Something broke here; the log says what.' });
};

const send = (response: Response, status: number, error: object) => response.status(status).json({ error });

/** What the body parser found wrong. */
const clientErrorStatus = (error: unknown): number | undefined =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500
    ? error.status
    : undefined;
