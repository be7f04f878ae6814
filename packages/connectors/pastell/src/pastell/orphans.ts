import type { PastellClient, PastellDocument } from './pastell-client.js';
import { timeInParis } from './server-time.js';
import type { PastellSettings } from './settings.js';

/** Pastell spells its own act with one p. */
export const remove = async (client: PastellClient, id: string): Promise<void> => {
  const { action_possible } = await client.detail(id);
  const removing = action_possible.find((action) => /^supp?ression$/.test(action));
  if (removing) await client.act(id, removing);
};

const AN_HOUR = 3_600_000;

/** One delivery need not clean up after all others. */
const AT_ONCE = 5;

/**
 * Documents that were made over the interface an hour ago and more, and hold nothing: their maker died, or never heard
 * that they were made. What a person has just begun in Pastell is left alone, and so is what another program is filling.
 */
export const removeOrphans = async (
  client: PastellClient,
  { documentType }: PastellSettings,
  now: Date,
): Promise<void> => {
  const empty = await client.justMade(documentType);
  const old = empty.filter((document) => !document.titre && isOlder(document, now));
  for (const { id_d } of old.slice(0, AT_ONCE)) {
    const { data } = await client.detail(id_d);
    const lines = await client.journal(0, 10, id_d);
    const madeByProgram = lines.length > 0 && lines.every(({ message }) => /\[[^\]]+\]/.test(message ?? ''));
    if (Object.keys(data).length === 0 && madeByProgram) await remove(client, id_d);
  }
};

const isOlder = ({ last_action_date }: PastellDocument, now: Date): boolean => {
  const at = timeInParis(last_action_date);
  return at !== undefined && now.getTime() - at.getTime() > AN_HOUR;
};
