import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { CheckPoint, ConnectionHealth } from '@parvis/application/accounting/accounting-connector';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { outcomeOf } from '../failures.js';
import type { Drop, WithDrop } from './drop.js';
import { mayNot } from './drop-failures.js';
import { type DropSettings, foldersOf, nameOfPlace } from './drop-settings.js';

/** What a look at the place found. `outcome`: what stopped it. */
interface Looked {
  readonly points: readonly CheckPoint[];
  readonly outcome?: Exclude<ReturnType<typeof outcomeOf>, undefined>;
}

interface Look {
  readonly subject: string;
  readonly label: Bilingual;
  /** Throws what is wrong; says what was found. */
  look(drop: Drop): Promise<Bilingual>;
}

/** Opens the place, makes the folders that are missing, and writes, renames and removes a file of no meaning. */
export const checkDrop = async (
  settings: DropSettings,
  open: WithDrop,
  exchangeFolder?: string,
): Promise<ConnectionHealth> => {
  const { points, outcome } = await lookAround({ settings, exchangeFolder }, open, [
    ...placeLooks(settings),
    foldersLook(settings),
    ...probeLooks(settings),
  ]);
  return { ...(outcome ?? { kind: 'fine', version: nameOfPlace(settings) }), points };
};

/** Only whether one gets in: before the folders are chosen. */
export const reachDrop = (settings: DropSettings, open: WithDrop, exchangeFolder?: string): Promise<Looked> =>
  lookAround({ settings, exchangeFolder }, open, placeLooks(settings));

/** Where the place lies; `exchangeFolder`: the one of the entity, a full path. */
interface Place {
  readonly settings: DropSettings;
  readonly exchangeFolder: string | undefined;
}

const lookAround = async (
  { settings, exchangeFolder = '' }: Place,
  open: WithDrop,
  looks: readonly Look[],
): Promise<Looked> => {
  const points: CheckPoint[] = [];
  const reached =
    settings.place === 'sftp'
      ? sftpReached(nameOfPlace(settings), settings.hostKey)
      : folderReached(path.join(exchangeFolder, settings.folder));
  try {
    await open(async (drop) => {
      points.push(...reached);
      for (const { subject, label, look } of looks)
        points.push({ subject, label, state: 'fine', message: await look(drop) });
    });
    return { points };
  } catch (error) {
    const outcome = outcomeOf(error);
    if (!outcome) throw error;
    const notReached = points.length === 0;
    const [first, ...rest] = [
      ...(notReached ? reached : []),
      ...looks.slice(Math.max(points.length - reached.length, 0)),
    ];
    if (first)
      points.push({ subject: first.subject, label: first.label, state: 'wrong', message: outcome.message });
    for (const { subject, label } of rest)
      points.push({ subject, label, state: 'notLookedAt', message: later });
    return { points, outcome };
  }
};

const later = say(
  'Regardé dès que ce qui précède est réglé.',
  'Looked at once what stands above is settled.',
);

const point = (subject: string, label: Bilingual, message: Bilingual): CheckPoint => ({
  subject,
  label,
  state: 'fine',
  message,
});

/** `folder`: its full path on the server. */
const folderReached = (folder: string): readonly CheckPoint[] => [
  point(
    'place',
    say('Dossier d’échange', 'Exchange folder'),
    say(`Il se trouve sur le serveur de Parvis : ${folder}`, `It lies on the server of Parvis: ${folder}`),
  ),
];

const sftpReached = (address: string, hostKey: string): readonly CheckPoint[] => [
  point(
    'place',
    say('Serveur SFTP', 'SFTP server'),
    say(`Il répond et accepte ce compte : ${address}`, `It answers and takes this account: ${address}`),
  ),
  point(
    'hostKey',
    say('Empreinte du serveur', 'Fingerprint of the server'),
    say(`C’est celle qui a été confirmée : ${hostKey}.`, `It is the one that was confirmed: ${hostKey}.`),
  ),
];

/** One arrives where the settings say. */
const placeLooks = ({ inFolder }: DropSettings): readonly Look[] => [
  {
    subject: 'listing',
    label: say('Lecture', 'Reading'),
    look: async (drop) => {
      const entries = await drop.list(inFolder);
      if (!entries) return say(`« ${inFolder} » n’existe pas encore.`, `"${inFolder}" does not exist yet.`);
      const { length } = entries;
      return length === 1
        ? say(`Un fichier attend dans « ${inFolder} ».`, `One file waits in "${inFolder}".`)
        : say(`${length} fichiers attendent dans « ${inFolder} ».`, `${length} files wait in "${inFolder}".`);
    },
  },
];

const foldersLook = (settings: DropSettings): Look => ({
  subject: 'folders',
  label: say('Dossiers', 'Folders'),
  look: async (drop) => {
    const made = await makeFolders(settings, drop);
    const all = foldersOf(settings).join(', ');
    return made.length === 0
      ? say(`Tous sont là : ${all}.`, `All are there: ${all}.`)
      : say(`Créés : ${made.join(', ')}.`, `Made: ${made.join(', ')}.`);
  },
});

/** The names of those that were missing. */
export const makeFolders = async (settings: DropSettings, drop: Drop): Promise<readonly string[]> => {
  const made: string[] = [];
  for (const folder of foldersOf(settings)) {
    const parts = folder.split('/');
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const below = parts.slice(0, depth).join('/');
      if ((await drop.makeFolder(below)) === 'made') made.push(below);
    }
  }
  return made;
};

/** One file goes the way of an invoice and back out; its name is left alone by readers all along. */
const probeLooks = (settings: DropSettings): readonly Look[] => {
  const { inFolder, archiveFolder, rejectsFolder } = settings;
  const probe = `parvis-essai-${randomUUID().slice(0, 8)}`;
  const first = `${inFolder}/${probe}.part`;
  const second = `${inFolder}/${probe}.tmp`;
  return [
    {
      subject: 'write',
      label: say('Écriture', 'Writing'),
      look: async (drop) => {
        await drop.create(first, Buffer.from('essai de Parvis'));
        return say(
          `Un fichier d’essai a été écrit dans « ${inFolder} ».`,
          `A trial file was written to "${inFolder}".`,
        );
      },
    },
    {
      subject: 'rename',
      label: say('Changement de nom', 'Renaming'),
      look: async (drop) => {
        if ((await drop.move(first, second)) !== 'moved') throw mayNot(second);
        await drop.remove(second);
        return say('Il a été renommé puis supprimé.', 'It was renamed, then removed.');
      },
    },
    {
      subject: 'archive',
      label: say('Archivage', 'Archiving'),
      look: async (drop) => {
        const file = `${archiveFolder}/${probe}.tmp`;
        await drop.create(file, Buffer.from('essai de Parvis'));
        await drop.remove(file);
        return say(
          `Les retours lus seront rangés dans « ${archiveFolder} ».`,
          `Files that were read will be put into "${archiveFolder}".`,
        );
      },
    },
    {
      subject: 'rejects',
      label: say('Retours illisibles', 'Unreadable files'),
      look: async (drop) => {
        const entries = ((await drop.list(rejectsFolder)) ?? []).filter(({ name }) => !name.endsWith('.txt'));
        return entries.length === 0
          ? say('Aucun.', 'None.')
          : say(
              `${entries.length} dans « ${rejectsFolder} » ; une note à côté de chacun dit pourquoi.`,
              `${entries.length} in "${rejectsFolder}"; a note beside each says why.`,
            );
      },
    },
  ];
};
