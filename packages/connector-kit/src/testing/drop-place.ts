import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ConnectorTools } from '../connector-tools.js';
import { addressOfNobody } from './faulty-proxy.js';
import { startSshd } from './sshd.js';

/** A real place for files, and what a connector must be told to use it. */
export interface DropPlace {
  /** As a person would type them. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly wrongCredentials: Readonly<Record<string, unknown>>;
  readonly nowhere: Readonly<Record<string, unknown>>;
  readonly tools: Omit<ConnectorTools, 'record' | 'gate' | 'inbox'>;
  /** Where it is on this machine. */
  readonly root: string;
  stop(): Promise<void>;
}

const tools = { now: () => new Date(), mark: () => {}, privateTargets: true };

export const makeFolderPlace = async (): Promise<DropPlace> => {
  const exchangeFolder = await mkdtemp(path.join(tmpdir(), 'parvis-exchange-'));
  const root = path.join(exchangeFolder, 'compta');
  await mkdir(root);
  const settings = { place: 'folder', folder: 'compta' };
  return {
    settings,
    wrongCredentials: settings,
    nowhere: { place: 'folder', folder: 'nulle-part' },
    tools: { ...tools, exchangeFolder },
    root,
    stop: () => rm(exchangeFolder, { recursive: true }),
  };
};

/** Undefined where OpenSSH's server is not installed. */
export const makeSftpPlace = async (): Promise<DropPlace | undefined> => {
  const sshd = await startSshd();
  if (!sshd) return undefined;
  const settings = { place: 'sftp', ...sshd.server };
  const { hostname, port } = new URL(await addressOfNobody());
  const { privateKey: _key, ...withoutKey } = settings;
  return {
    settings,
    wrongCredentials: { ...withoutKey, password: 'un-autre-mot-de-passe' },
    nowhere: { ...settings, host: hostname, port: Number(port) },
    tools,
    root: sshd.directory,
    stop: sshd.stop,
  };
};
