import { refusedError } from '../refusals/refused-error.js';
import type { RequestContext } from '../request-context.js';

/** Reads a page; a cursor that no page gave is the client's mistake, and is told so. */
export const followCursor = async <Page>(
  { language }: Pick<RequestContext, 'language'>,
  readPage: () => Promise<Page>,
): Promise<Page> => {
  try {
    return await readPage();
  } catch (failure) {
    // What the lists throw for a cursor that is none of theirs.
    if (failure instanceof RangeError)
      throw refusedError({ code: 'cursor-unknown', argument: 'after' }, language);
    throw failure;
  }
};
