import type { StatusCursor, StatusPage } from '@parvis/application/accounting/accounting-connector';
import type { ConnectorTools, ReceivedMessage } from '@parvis/connector-kit/connector-tools';
import { NotNow } from '@parvis/connector-kit/failures';
import { say } from '@parvis/domain/display/language';
import { decodeMessage } from './decode-message.js';

/** What the other side posted after the cursor, which is the place of the last message read. */
export const readMessages = async (
  { inbox, record }: Pick<ConnectorTools, 'inbox' | 'record'>,
  cursor: StatusCursor | null,
  pageSize: number,
): Promise<StatusPage> => {
  const place = placeOf(cursor);
  if (!inbox) throw new NotNow(nothingReceived);
  const messages = await inbox.after(place, pageSize);
  const statuses = messages.flatMap((message) => {
    const decoded = decodeMessage(message);
    if (decoded.kind === 'statuses') return decoded.statuses;
    record?.(remarkOn(message, decoded.why));
    return [];
  });
  return {
    kind: 'page',
    statuses,
    next: String(messages.at(-1)?.place ?? place),
    more: messages.length === pageSize,
  };
};

const nothingReceived = say(
  'Les statuts postés par le logiciel ne peuvent pas être lus ici.',
  'The statuses posted by the system cannot be read here.',
);

/** Anything else starts again from the beginning, which is harmless. */
const placeOf = (cursor: StatusCursor | null): number =>
  cursor && /^\d{1,15}$/.test(cursor) ? Number(cursor) : 0;

/** People find it among the exchanges of the connection, beside what passed. */
const remarkOn = ({ place, mediaType, bytes }: ReceivedMessage, why: string) => ({
  question: {
    what: 'message not understood',
    method: 'POST' as const,
    url: `inbox:${place}`,
    headers: { 'content-type': mediaType },
    body: new TextDecoder().decode(bytes.slice(0, 4_000)),
  },
  failure: why,
  milliseconds: 0,
});
