import type { IncomingMessage } from 'node:http';

export const NULL_CHARACTER = 'parvis.null-character';

/** As JSON and GraphQL write it; neither lets it stand as it is. */
const WRITTEN = /\\u(0000|\{0+\})/;

/** No text of ours holds U+0000 and PostgreSQL keeps none: told to the sender before anything is done. */
export const refuseNullCharacters = (_request: IncomingMessage, _response: unknown, body: Buffer): void => {
  if (WRITTEN.test(body.toString('latin1')))
    throw Object.assign(new Error('the body holds a null character'), { type: NULL_CHARACTER });
};
