import type { Unavailable } from '@parvis/application/accounting/accounting-connector';
import { say } from '@parvis/domain/display/language';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { z } from 'zod';
import type { ConnectorTools } from '../connector-tools.js';
import { asOutcome } from '../failures.js';
import type { SettingsField, SetUpStep, StepFindings } from '../set-up.js';
import type { SettingsFault } from '../settings-fault.js';
import { settingsFaults } from '../settings-fault.js';
import { checkDrop, reachDrop } from './check-drop.js';
import { openDrop, parsePlace, serverAddress } from './drop-settings.js';
import { makeExchangeFolder } from './folder-drop.js';
import { readHostKey, type ShownHostKey } from './host-key.js';

type Found = Result<StepFindings | Unavailable, readonly SettingsFault[]>;

const isSftp = (raw: unknown): raw is { readonly place: 'sftp'; readonly hostKey?: unknown } =>
  typeof raw === 'object' && raw !== null && 'place' in raw && raw.place === 'sftp';

const inFolder = { field: 'place', is: 'folder' } as const;
const onServer = { field: 'place', is: 'sftp' } as const;

/** Where: a folder of this installation or a server, whose key a person confirms before any secret is said to it. */
const placeFields: readonly SettingsField[] = [
  {
    name: 'place',
    type: 'choice',
    required: true,
    label: say('Où déposer les fichiers', 'Where files are left'),
    choices: [
      { value: 'sftp', label: say('Sur un serveur SFTP', 'On an SFTP server') },
      {
        value: 'folder',
        label: say('Dans un dossier de cette installation', 'In a folder of this installation'),
      },
    ],
  },
  {
    name: 'folder',
    type: 'text',
    required: true,
    when: inFolder,
    placeholder: 'compta',
    label: say('Dossier', 'Folder'),
    help: say(
      'Son nom dans le dossier d’échange de votre collectivité ; le test dit où il se trouve sur le serveur.',
      'Its name in your entity’s exchange folder; the test says where it lies on the server.',
    ),
  },
  {
    name: 'host',
    type: 'text',
    required: true,
    when: onServer,
    placeholder: 'sftp.exemple.fr',
    label: say('Adresse du serveur', 'Address of the server'),
    help: say('Son nom seul, sans sftp:// ni dossier.', 'Its name alone, without sftp:// or a folder.'),
  },
  {
    name: 'port',
    type: 'number',
    required: false,
    when: onServer,
    placeholder: '22',
    label: say('Port', 'Port'),
  },
  {
    name: 'user',
    type: 'text',
    required: true,
    when: onServer,
    label: say('Nom d’utilisateur', 'User name'),
  },
  {
    name: 'privateKey',
    type: 'secret',
    multiline: true,
    required: false,
    when: onServer,
    label: say('Clé privée', 'Private key'),
    help: say(
      'Une clé ed25519 faite pour Parvis ; la clé publique va chez l’hébergeur du serveur.',
      'An ed25519 key made for Parvis; its public half goes to whoever runs the server.',
    ),
  },
  {
    name: 'passphrase',
    type: 'secret',
    required: false,
    when: onServer,
    label: say('Phrase de passe de la clé', 'Passphrase of the key'),
  },
  {
    name: 'password',
    type: 'secret',
    required: false,
    when: onServer,
    label: say('Mot de passe', 'Password'),
    help: say('Si le serveur n’accepte pas de clé.', 'Where the server takes no key.'),
  },
  {
    name: 'hostKey',
    type: 'lookUp',
    required: true,
    when: onServer,
    label: say('Empreinte du serveur', 'Fingerprint of the server'),
    help: say(
      'Testez une première fois : l’empreinte lue est proposée ici. Comparez-la avec celle que donne l’hébergeur, puis choisissez-la.',
      'Test once: the fingerprint read is offered here. Compare it with the one the host gives you, then choose it.',
    ),
  },
  {
    name: 'directory',
    type: 'text',
    required: false,
    when: onServer,
    label: say('Répertoire sur le serveur', 'Directory on the server'),
    help: say(
      'Vide : celui où arrive le compte. Sans « .. » ni barre oblique inverse.',
      'Empty: the one where the account arrives. Without ".." or a backslash.',
    ),
  },
];

const folderField = (name: string, placeholder: string, fr: string, en: string): SettingsField => ({
  name,
  type: 'text',
  required: false,
  placeholder,
  label: say(fr, en),
});

const foldersFields: readonly SettingsField[] = [
  folderField('inFolder', 'in', 'Vers le logiciel', 'To the software'),
  folderField('outFolder', 'out', 'Depuis le logiciel', 'From the software'),
  folderField('archiveFolder', 'archive', 'Retours lus', 'Files that were read'),
  folderField('rejectsFolder', 'rejets', 'Retours illisibles', 'Files that cannot be read'),
  folderField('sentFolder', 'envois', 'Reçus de nos envois', 'Receipts of what we sent'),
];

/** The two first steps of every connection over files; `fields` are the connector's own, asked for with the folders. */
export const dropSteps = (fields: readonly SettingsField[]): readonly SetUpStep[] => [
  {
    key: 'place',
    title: say('Où', 'Where'),
    help: say(
      'Votre logiciel lit un dossier. Indiquez lequel : sur un serveur SFTP, ou sur cette machine.',
      'Your software reads a folder. Say which: on an SFTP server, or on this machine.',
    ),
    fields: placeFields,
    test: tryPlace,
  },
  {
    key: 'folders',
    title: say('Dossiers et noms', 'Folders and names'),
    help: say(
      'Le test écrit un fichier d’essai et le supprime. Les dossiers qui manquent sont créés.',
      'The test writes a trial file and removes it. Missing folders are made.',
    ),
    fields: [...foldersFields, ...fields],
    test: async (raw, tools) => {
      const settings = parsePlace(raw);
      if (!settings.ok) return settings;
      const health = await checkDrop(settings.value, openDrop(settings.value, tools), tools.exchangeFolder);
      return accept({ points: health.points ?? [] });
    },
  },
];

const tryPlace = async (raw: unknown, tools: ConnectorTools): Promise<Found> => {
  if (isSftp(raw) && !raw.hostKey) return askForKey(raw, tools);
  const settings = parsePlace(raw);
  if (!settings.ok) return settings;
  if (settings.value.place === 'folder') await makeQuietly(settings.value.folder, tools);
  const { points, outcome } = await reachDrop(
    settings.value,
    openDrop(settings.value, tools),
    tools.exchangeFolder,
  );
  const choices =
    settings.value.place === 'sftp' && outcome ? await keyChoices(settings.value, tools) : undefined;
  return accept({ points, ...(choices ? { choices } : {}) });
};

/** Where it cannot be made, the look that follows says why. */
const makeQuietly = async (folder: string, { exchangeFolder }: ConnectorTools): Promise<void> => {
  if (exchangeFolder !== undefined) await asOutcome(() => makeExchangeFolder(exchangeFolder, folder));
};

/** The server's key as it shows it now, for a person to compare and choose. */
const askForKey = async (raw: unknown, tools: ConnectorTools): Promise<Found> => {
  const address = serverAddress.safeParse(raw, { reportInput: true });
  if (!address.success) return refuse(settingsFaults(address.error.issues));
  const shown = await showKey(address.data, tools);
  if ('kind' in shown && shown.kind === 'unavailable') return accept(shown);
  if ('kind' in shown) return accept({ points: [keyPoint('wrong', shown.message)] });
  return accept({
    points: [
      keyPoint(
        'notLookedAt',
        say(
          `Le serveur montre ${shown.fingerprint} (${shown.type}). Comparez, choisissez cette empreinte, puis testez à nouveau.`,
          `The server shows ${shown.fingerprint} (${shown.type}). Compare, choose this fingerprint, then test again.`,
        ),
      ),
    ],
    choices: { hostKey: [choiceOf(shown)] },
  });
};

const keyChoices = async (
  address: z.infer<typeof serverAddress>,
  tools: ConnectorTools,
): Promise<StepFindings['choices']> => {
  const shown = await showKey(address, tools);
  return 'kind' in shown ? undefined : { hostKey: [choiceOf(shown)] };
};

const showKey = ({ host, port }: z.infer<typeof serverAddress>, tools: ConnectorTools) =>
  asOutcome<ShownHostKey>(() =>
    readHostKey(
      { host, port },
      { timeoutMs: tools.timeoutMs ?? 30_000, privateTargets: tools.privateTargets ?? false },
    ),
  );

const choiceOf = ({ type, fingerprint }: ShownHostKey) => ({
  value: fingerprint,
  label: `${type} ${fingerprint}`,
});

const keyPoint = (state: 'wrong' | 'notLookedAt', message: ReturnType<typeof say>) => ({
  subject: 'hostKey',
  label: say('Empreinte du serveur', 'Fingerprint of the server'),
  state,
  message,
});
