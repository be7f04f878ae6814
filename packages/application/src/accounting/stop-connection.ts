import type { Bilingual } from '@parvis/domain/display/language';
import { pageAddress } from '../mail/page-addresses.js';
import { postMail } from '../mail/post-mail.js';
import type { NewId } from '../ports/platform.js';
import type { Stores } from '../ports/work.js';
import type { RefusalCode } from './accounting-connector.js';
import type { AccountingConnection } from './delivery-ledger.js';
import { operatorsOf } from './operators-of.js';
import { type AccountRefusal, stoppedConnectionMail } from './stopped-connection-mail.js';
import { traceConnection } from './trace-connection.js';

/** Not about one invoice: the next one would meet the same refusal. */
export const isOfTheAccount = (code: RefusalCode): code is AccountRefusal =>
  code === 'credentials-refused' || code === 'right-missing';

export interface StopPorts {
  readonly newId: NewId;
  /** Of the installation, for the addresses of pages in mails. */
  readonly publicUrl: string;
}

export interface RefusedAccount {
  /** With the settings that were refused. */
  readonly connection: AccountingConnection;
  readonly code: AccountRefusal;
  /** As the system, or its connector, says it. */
  readonly message: Bilingual;
  readonly at: Date;
}

/**
 * Pauses a connection whose account is refused, since insisting may have the account locked, and tells once each person
 * who may mend it. False where other settings have been saved meanwhile: nobody has refused those.
 */
export const stopConnection = async (
  stores: Stores,
  ports: StopPorts,
  { connection, code, message, at }: RefusedAccount,
): Promise<boolean> => {
  const { recipientId, id } = connection;
  const current = await stores.connections.find(recipientId, id);
  if (!current || !hasSameSettings(current, connection)) return false;
  // Several deliveries may be refused at the same moment: one of them pauses and tells.
  if (!(await stores.connections.stop(recipientId, id, message, at))) return true;
  await traceConnection(stores, { kind: 'platform' }, current, {
    act: 'connection.paused',
    at,
    details: { code, problem: message },
  });
  await tellOperators(stores, ports, { connection: current, code, message, at });
  return true;
};

export const hasSameSettings = (one: AccountingConnection, other: AccountingConnection): boolean =>
  JSON.stringify(one.settings) === JSON.stringify(other.settings);

const tellOperators = async (
  stores: Stores,
  { newId, publicUrl }: StopPorts,
  { connection, code, message, at }: RefusedAccount,
): Promise<void> => {
  const structure = await stores.memberships.structure(connection.recipientId);
  if (!structure) return;
  const page = `${pageAddress(publicUrl, 'publicEntity', 'connections')}/${connection.id}/reglages`;
  const told = { connectionName: connection.name, structureName: structure.name, code, page };
  for (const { email, language } of await operatorsOf(stores, structure, at))
    await postMail(stores, newId, {
      to: email,
      ...stoppedConnectionMail({ ...told, answer: message[language] }, language),
    });
};
