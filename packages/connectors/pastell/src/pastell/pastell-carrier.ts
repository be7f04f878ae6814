import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { Clock } from '@parvis/application/ports/platform';
import { NotNow, Refused } from '@parvis/connector-kit/failures';
import type { PesCarrier, PesFile } from '@parvis/connector-kit/pes/deliver-pes';
import { say } from '@parvis/domain/display/language';
import { remove, removeOrphans } from './orphans.js';
import type { DocumentDetail, PastellClient, PastellDocument } from './pastell-client.js';
import type { PastellSettings } from './settings.js';

const FILE_FIELD = 'fichier_pes';

export const wayOf = ({ url, entity }: Pick<PastellSettings, 'url' | 'entity'>): string =>
  `pastell ${new URL(url).host} ${entity}`;

/**
 * Pastell makes a new document each time it is asked. So the key stands in the title, which can be searched: look, make,
 * look again; of twins the one that went furthest stays. Each step can be done again after any breakdown.
 */
export const pastellCarrier = (settings: PastellSettings, client: PastellClient, now: Clock): PesCarrier => ({
  way: wayOf(settings),
  send: async (file, key) => {
    const known = await oursFor(client, settings, { file, key });
    const wasThere = known.length > 0;
    if (!wasThere) {
      await removeOrphans(client, settings, now());
      const made = await client.create(settings.documentType);
      await client.fill(made, fieldsOf(settings, file, key));
    }
    const id = await keepOne(client, settings, { file, key });
    await complete(client, settings, id, file);
    return { id, wasThere };
  },
});

interface Titled {
  readonly file: PesFile;
  readonly key: DeliveryKey;
}

/** The title ends with the key: a search finds words anywhere. A file sent again after a refusal has its own document. */
const oursFor = async (
  client: PastellClient,
  { documentType }: PastellSettings,
  { file, key }: Titled,
): Promise<readonly PastellDocument[]> => {
  const round = roundIn(`${file.title} ${key}`);
  const found = await client.search(documentType, key);
  return found.filter(({ titre }) => titre?.endsWith(key) && roundIn(titre) === round);
};

const roundIn = (title: string): string => /, envoi (\d+) parvis:/.exec(title)?.[1] ?? '1';

const fieldsOf = ({ documentType }: PastellSettings, { title }: PesFile, key: DeliveryKey) => ({
  objet: `${title} ${key}`,
  // The older type asks which of its steps apply; the newer one keeps that in its own settings.
  ...(documentType === 'helios-generique' ? { envoi_signature: '1', envoi_tdt: '1' } : {}),
});

/** States in which nobody has done anything with a document yet. */
const untouched = ['creation', 'modification'];

const isUntouched = ({ last_action }: PastellDocument): boolean => untouched.includes(last_action ?? '');

const keepOne = async (client: PastellClient, settings: PastellSettings, titled: Titled): Promise<string> => {
  const found = (await oursFor(client, settings, titled)).toSorted((one, other) =>
    one.id_d < other.id_d ? -1 : 1,
  );
  const kept = found.find((document) => !isUntouched(document)) ?? found[0];
  if (!kept)
    throw new NotNow(
      say(
        'Le document vient d’être créé dans Pastell et ne se retrouve pas ; nouvel essai prévu.',
        'The document has just been made in Pastell and cannot be found; another try is planned.',
      ),
    );
  for (const twin of found) if (twin !== kept && isUntouched(twin)) await remove(client, twin.id_d);
  return kept.id_d;
};

/** The file, read back whole, and the act that sends the document on its way, where the entity wants it done. */
const complete = async (
  client: PastellClient,
  { action }: PastellSettings,
  id: string,
  file: PesFile,
): Promise<void> => {
  const before = await client.detail(id);
  if (!untouched.includes(before.last_action?.action ?? '')) return;
  if (!(await isThereWhole(client, id, before, file))) {
    const complaint = await client.attach(id, FILE_FIELD, file);
    if (complaint !== undefined) throw new Refused('validation-refused', complaint);
    if (!(await isThereWhole(client, id, await client.detail(id), file)))
      throw new NotNow(
        say(
          'Le PES est arrivé incomplet dans Pastell. Nouvel essai prévu.',
          'The PES arrived incomplete in Pastell. Another try is planned.',
        ),
      );
  }
  if (action === undefined) return;
  const { action_possible } = await client.detail(id);
  if (!action_possible.includes(action)) throw actionNotPossible(action, action_possible);
  await client.act(id, action);
};

const isThereWhole = async (
  client: PastellClient,
  id: string,
  { data }: DocumentDetail,
  { bytes }: PesFile,
): Promise<boolean> => {
  const names = data[FILE_FIELD];
  if (!Array.isArray(names) || names.length === 0) return false;
  return Buffer.from(await client.file(id, FILE_FIELD, 0)).equals(bytes);
};

const actionNotPossible = (action: string, possible: readonly string[]): Refused =>
  new Refused(
    'validation-refused',
    say(
      `Pastell ne permet pas l’action « ${action} » sur ce document (possibles : ${possible.join(', ')}). Choisissez-en une autre dans les réglages, ou envoyez-le depuis Pastell.`,
      `Pastell does not allow the act "${action}" on this document (possible: ${possible.join(', ')}). Choose another in the settings, or send it from Pastell.`,
    ),
  );
