import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { cleaned } from './strangers-words.js';

/**
 * A connector whose answers can be kept and shown, whatever the other system put into them. `hide` takes the connection's
 * secrets out of a text.
 */
export const guardedConnector = (
  connector: AccountingConnector,
  hide: (text: string) => string,
): AccountingConnector => {
  const told = async <Answer>(answer: Promise<Answer>): Promise<Answer> => cleaned(await answer, hide);
  const { billsThere, engagements, newsIsHere } = connector;
  return {
    system: connector.system,
    ...(newsIsHere ? { newsIsHere } : {}),
    check: () => told(connector.check()),
    deliver: (envelope, key) => told(connector.deliver(envelope, key)),
    preview: (envelope) => told(connector.preview(envelope)),
    statusesAfter: (cursor) => told(connector.statusesAfter(cursor)),
    ...(billsThere ? { billsThere: (after) => told(billsThere.call(connector, after)) } : {}),
    ...(engagements ? { engagements: (after) => told(engagements.call(connector, after)) } : {}),
  };
};
