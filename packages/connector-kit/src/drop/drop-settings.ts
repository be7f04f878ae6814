import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { z } from 'zod';
import type { ConnectorTools } from '../connector-tools.js';
import type { SettingsFault } from '../settings-fault.js';
import { settingsFaults } from '../settings-fault.js';
import { folderPattern, type WithDrop } from './drop.js';
import { folderDrop } from './folder-drop.js';
import { recordedDrop } from './recorded-drop.js';
import { sftpDrop } from './sftp-drop.js';

const folder = z.string().trim().regex(folderPattern);
const secret = z.string().min(1).max(20_000).optional();

/** What both kinds of place have in common; spread into a connector's own shape. */
const folders = {
  /** From us. */
  inFolder: folder.default('in'),
  /** To us. */
  outFolder: folder.default('out'),
  /** What was to us and has been read. */
  archiveFolder: folder.default('archive'),
  /** What was to us and could not be read, each with a note. */
  rejectsFolder: folder.default('rejets'),
  /** What we keep in mind of what we sent: the software takes its files away. */
  sentFolder: folder.default('envois'),
} as const;

const hostKey = z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/);

const server = {
  host: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.:_-]{1,253}$/),
  port: z.coerce.number().int().min(1).max(65_535).default(22),
} as const;

const inFolderPlace = {
  place: z.literal('folder'),
  /** Below the exchange folder of the installation. */
  folder,
} as const;

const sftpPlace = {
  place: z.literal('sftp'),
  ...server,
  user: z.string().trim().min(1).max(100),
  password: secret,
  privateKey: secret,
  passphrase: secret,
  hostKey,
  /** Where `in`, `out`… lie on the server; where one arrives otherwise. */
  directory: z
    .string()
    .trim()
    .regex(/^(?!.*(?:^|\/)\.\.(?:\/|$))[^\\\p{Cc}]{0,300}$/u)
    .optional(),
} as const;

/** Left over from the other kind of place, when somebody changed their mind. */
const optionally = <Shape extends z.core.$ZodShape>(shape: Shape) => z.object(shape).partial().shape;

const { place: _folderPlace, ...folderFields } = inFolderPlace;
const { place: _sftpPlace, ...sftpFields } = sftpPlace;

/** The shapes of a connection over files, by its kind of place; `more` is the connector's own. */
const shapes = <Shape extends z.core.$ZodLooseShape>(more: Shape) => ({
  folder: z.strictObject({ ...optionally(sftpFields), ...inFolderPlace, ...folders, ...more }),
  sftp: z.strictObject({ ...optionally(folderFields), ...sftpPlace, ...folders, ...more }),
});

/** Reads the settings of a connection over files. `more`: the fields of the connector's own. */
export const dropSettingsParser = <Shape extends z.core.$ZodLooseShape>(more: Shape) => {
  const { folder: inFolder, sftp } = shapes(more);
  type Settings = z.infer<typeof inFolder> | z.infer<typeof sftp>;
  return (raw: unknown): Result<Settings, readonly SettingsFault[]> => {
    const { place } = z.looseObject({ place: z.unknown() }).catch({ place: undefined }).parse(raw);
    // Asked for by itself, so that the fault names it.
    if (place !== 'sftp' && place !== 'folder') {
      const found = placeAlone.safeParse(place === undefined ? {} : { place }, { reportInput: true });
      return refuse(settingsFaults(found.error?.issues ?? []));
    }
    const parsed = (place === 'sftp' ? sftp : inFolder).safeParse(raw, { reportInput: true });
    return parsed.success ? accept(parsed.data as Settings) : refuse(settingsFaults(parsed.error.issues));
  };
};

const placeAlone = z.object({ place: z.enum(['sftp', 'folder']) });

/** The same of a set-up that has only begun: what later steps ask for may be missing or be there already. */
export const parsePlace = (raw: unknown): Result<DropSettings, readonly SettingsFault[]> => {
  const known = Object.keys(plain.folder.shape);
  const own = Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(raw));
  return parseBegun(Object.fromEntries(own.filter(([name]) => known.includes(name))));
};

/** Where to reach a server, before anything else is known of it. */
export const serverAddress = z.object(server);

const plain = shapes({});
const parseBegun = dropSettingsParser({});
export type DropSettings = z.infer<typeof plain.folder> | z.infer<typeof plain.sftp>;

/** The place as people know it, without secrets. */
export const nameOfPlace = (settings: DropSettings): string =>
  settings.place === 'folder'
    ? `folder:${settings.folder}`
    : `sftp://${encodeURIComponent(settings.user)}@${settings.host}:${settings.port}/${(settings.directory ?? '').replace(/^\/+/, '')}`.replace(
        /\/$/,
        '',
      );

export type DropTools = Pick<ConnectorTools, 'exchangeFolder' | 'timeoutMs' | 'privateTargets' | 'record'>;

export const openDrop = (settings: DropSettings, tools: DropTools): WithDrop =>
  recordedDrop(placeOf(settings, tools), nameOfPlace(settings), tools.record ?? (() => {}));

const placeOf = (
  settings: DropSettings,
  { exchangeFolder, timeoutMs = 30_000, privateTargets = false }: DropTools,
): WithDrop =>
  settings.place === 'folder'
    ? folderDrop(exchangeFolder, settings.folder)
    : sftpDrop(settings, { timeoutMs, privateTargets });

/** Every folder of ours, in the order in which they are made. */
export const foldersOf = (settings: DropSettings): readonly string[] => [
  settings.inFolder,
  settings.outFolder,
  settings.archiveFolder,
  settings.rejectsFolder,
  settings.sentFolder,
];
