import { z } from 'zod';
import type { ConnectorTools } from '../connector-kind.js';
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

/** The settings of a connection over files: where, and `more`, which is the connector's own. */
export const dropSettings = <Shape extends z.core.$ZodLooseShape>(more: Shape) =>
  z.discriminatedUnion('place', [
    z.strictObject({ ...optionally(sftpFields), ...inFolderPlace, ...folders, ...more }),
    z.strictObject({ ...optionally(folderFields), ...sftpPlace, ...folders, ...more }),
  ]);

/** Where to reach a server, before anything else is known of it. */
export const serverAddress = z.object(server);

const plain = dropSettings({});
export type DropSettings = z.infer<typeof plain>;

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
