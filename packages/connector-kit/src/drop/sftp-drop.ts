import { say } from '@parvis/domain/display/language';
import type { FileEntryWithStats, SFTPWrapper, Stats } from 'ssh2';
import { NotNow } from '../failures.js';
import { type Drop, LARGEST_FILE, pathPattern, type WithDrop } from './drop.js';
import { cutShort, failedThere, mayNot, noSuchFolder, outsideThePlace } from './drop-failures.js';
import type { SftpServer } from './sftp-server.js';
import { type SftpSession, type SftpWay, statusOf, withSftpSession } from './sftp-session.js';
import { flush, inPieces, readPiece, writePiece } from './sftp-transfer.js';

const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

/** What a slow line still carries: a transfer may take so many bytes for each millisecond, beyond the usual time. */
const SLOWEST_BYTES_PER_MS = 100;

/** A folder of an SFTP server (protocol 3). Files move by the plain rename, which refuses a name in use. */
export const sftpDrop =
  (server: SftpServer, way: SftpWay): WithDrop =>
  (work) =>
    withSftpSession(server, way, (session) => work(dropOver(session, server.directory, way.timeoutMs)));

const dropOver = (session: SftpSession, directory: string | undefined, timeoutMs: number): Drop => {
  const locate = (relative: string): string => {
    if (!pathPattern.test(relative)) throw outsideThePlace(relative);
    return directory === undefined || directory === ''
      ? relative
      : `${directory.replace(/\/+$/, '')}/${relative}`;
  };
  const ask = <Answer>(
    question: (sftp: SFTPWrapper, done: (error: Error | undefined | null, answer: Answer) => void) => void,
    bytes = 0,
  ): Promise<Answer> => session.within(timeoutMs + bytes / SLOWEST_BYTES_PER_MS, question);

  const statsOf = (place: string): Promise<Stats | undefined> =>
    orUndefined(() => ask<Stats>((sftp, done) => sftp.lstat(place, done)), place);
  const isThere = async (place: string): Promise<boolean> => (await statsOf(place)) !== undefined;

  const close = (handle: Buffer): Promise<void> =>
    ask<void>((sftp, done) => sftp.close(handle, () => done(undefined)));

  const write = async (handle: Buffer, bytes: Buffer): Promise<number> => {
    await ask<void>(
      (sftp, done) => inPieces(bytes.length, writePiece(sftp, handle, bytes), done),
      bytes.length,
    );
    await ask<void>((sftp, done) => flush(sftp, handle, () => done(undefined)));
    const { size } = await ask<Stats>((sftp, done) => sftp.fstat(handle, done));
    return size;
  };

  const readWhole = async (place: string, length: number): Promise<Buffer> => {
    const handle = await ask<Buffer>((sftp, done) => sftp.open(place, 'r', done));
    const bytes = Buffer.alloc(length);
    try {
      await ask<void>((sftp, done) => inPieces(length, readPiece(sftp, handle, bytes), done), length);
    } finally {
      await close(handle);
    }
    return bytes;
  };

  const contentOf = (folder: string): Promise<FileEntryWithStats[] | undefined> => {
    const place = locate(folder);
    return orUndefined(() => ask<FileEntryWithStats[]>((sftp, done) => sftp.readdir(place, done)), folder);
  };

  return {
    list: async (folder) => {
      const entries = await contentOf(folder);
      return entries
        ?.filter(({ attrs }) => attrs.isFile())
        .map(({ filename, attrs }) => ({ name: filename, bytes: attrs.size, modifiedAt: attrs.mtime }))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1));
    },

    folders: async (folder) => {
      const entries = await contentOf(folder);
      return entries
        ?.filter(({ attrs, filename }) => attrs.isDirectory() && !/^\.\.?$/.test(filename))
        .map(({ filename }) => filename)
        .toSorted();
    },

    read: async (relative) => {
      const place = locate(relative);
      const stats = await statsOf(place);
      if (!stats?.isFile()) return undefined;
      if (stats.size > LARGEST_FILE) throw failedThere(relative, 'EFBIG');
      return orUndefined(() => readWhole(place, stats.size), relative);
    },

    size: async (relative) => {
      const stats = await statsOf(locate(relative));
      return stats?.isFile() ? stats.size : undefined;
    },

    create: async (relative, bytes) => {
      const place = locate(relative);
      try {
        const handle = await ask<Buffer>((sftp, done) => sftp.open(place, 'wx', done));
        try {
          if ((await write(handle, Buffer.from(bytes))) !== bytes.length) throw cutShort(relative);
        } finally {
          await close(handle);
        }
        return 'made';
      } catch (error) {
        if (statusOf(error) === 4 && (await isThere(place))) return 'exists';
        throw translate(error, relative);
      }
    },

    move: async (from, to) => {
      const [source, target] = [locate(from), locate(to)];
      // OpenSSH refuses a name in use by itself; not every server does.
      if (await isThere(target)) return (await isThere(source)) ? 'exists' : 'gone';
      try {
        await ask<void>((sftp, done) => sftp.rename(source, target, (error) => done(error)));
        return 'moved';
      } catch (error) {
        if (statusOf(error) === undefined || statusOf(error) === PERMISSION_DENIED)
          throw translate(error, to);
        // Protocol 3 says no more than « failure »: what stands there tells why.
        if (!(await isThere(source))) return 'gone';
        if (await isThere(target)) return 'exists';
        throw translate(error, to);
      }
    },

    remove: async (relative) => {
      const place = locate(relative);
      await orUndefined(
        () => ask<void>((sftp, done) => sftp.unlink(place, (error) => done(error))),
        relative,
      );
    },

    makeFolder: async (relative) => {
      const place = locate(relative);
      try {
        await ask<void>((sftp, done) => sftp.mkdir(place, (error) => done(error)));
        return 'made';
      } catch (error) {
        if (statusOf(error) === 4 && (await isThere(place))) return 'exists';
        throw translate(error, relative);
      }
    },
  };
};

const orUndefined = async <Answer>(
  ask: () => Promise<Answer>,
  relative: string,
): Promise<Answer | undefined> => {
  try {
    return await ask();
  } catch (error) {
    if (statusOf(error) === NO_SUCH_FILE) return undefined;
    throw translate(error, relative);
  }
};

const translate = (error: unknown, relative: string): unknown => {
  switch (statusOf(error)) {
    case undefined:
      return error;
    case NO_SUCH_FILE:
      return noSuchFolder(relative);
    case PERMISSION_DENIED:
      return mayNot(relative);
    case 4:
      return failedThere(relative, 'SFTP 4');
    default:
      return new NotNow(
        say(`Le serveur SFTP ne sait pas faire : ${relative}.`, `The SFTP server cannot do: ${relative}.`),
      );
  }
};
