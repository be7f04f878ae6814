import type { IncomingMessage } from 'node:http';

export const NULL_CHARACTER = 'parvis.null-character';

/** As JSON and GraphQL write it; neither lets it stand as it is. */
const WRITTEN = /\\u(0000|\{0+\})/;

/**
 * No text of ours holds U+0000 and PostgreSQL keeps none: told to the sender before anything is done. JSON between systems is
 * UTF-8 (RFC 8259, 8.1); in another encoding it would not be seen.
 */
export const refuseNullCharacters = (
  _request: IncomingMessage,
  _response: unknown,
  body: Buffer,
  encoding: string,
): void => {
  if (encoding.toLowerCase() !== 'utf-8')
    throw Object.assign(new Error('the body is not in UTF-8'), { type: 'charset.unsupported' });
  if (WRITTEN.test(body.toString('latin1')))
    throw Object.assign(new Error('the body holds a null character'), { type: NULL_CHARACTER });
};

/** Halves of characters come only as escapes; JSON in PostgreSQL refuses them, and nobody can read them. */
export const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value;
