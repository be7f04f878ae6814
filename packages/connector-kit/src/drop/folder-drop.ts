import { constants, type Dirent } from 'node:fs';
import { link, lstat, mkdir, open, readdir, realpath, unlink } from 'node:fs/promises';
import path from 'node:path';
import { say } from '@parvis/domain/display/language';
import { NotNow, Refused } from '../failures.js';
import {
  type Drop,
  type DropEntry,
  folderPattern,
  isUnfinished,
  LARGEST_FILE,
  pathPattern,
  type WithDrop,
} from './drop.js';
import { cutShort, failedThere, mayNot, noSuchFolder, outsideThePlace } from './drop-failures.js';

/**
 * A folder below the one folder of this machine that exchanges may use. Nothing leads out of it: neither `..` nor a
 * symbolic link on the way.
 */
export const folderDrop =
  (exchangeFolder: string | undefined, folder: string): WithDrop =>
  async (work) => {
    if (exchangeFolder === undefined) throw noExchangeFolder();
    if (!folderPattern.test(folder)) throw outsideThePlace(folder);
    const allowed = await orUndefined(() => realpath(exchangeFolder), folder);
    const root = allowed && (await orUndefined(() => realpath(path.join(allowed, folder)), folder));
    // A share that is not mounted looks like this, and comes back.
    if (allowed === undefined || root === undefined) throw notThere(folder);
    if (!isInside(allowed, root)) throw outsideThePlace(folder);
    return work(dropAt(root));
  };

/** Makes the folder that a person names while setting up; nothing above the exchange folder is made. */
export const makeExchangeFolder = async (exchangeFolder: string, folder: string): Promise<void> => {
  if (!folderPattern.test(folder)) throw outsideThePlace(folder);
  // The structure's own; not the one above, whose disk may not be mounted.
  await existsOr(folder, () => mkdir(exchangeFolder, { mode: 0o750 }));
  const allowed = await orUndefined(() => realpath(exchangeFolder), folder);
  if (allowed === undefined) throw notThere(folder);
  let place = allowed;
  for (const name of folder.split('/')) {
    const wanted = path.join(place, name);
    await existsOr(folder, () => mkdir(wanted, { mode: 0o750 }));
    place = await translated(folder, () => realpath(wanted));
    if (!isInside(allowed, place)) throw outsideThePlace(folder);
  }
};

const dropAt = (root: string): Drop => {
  /** The real place of a path; undefined where its folder is not there. */
  const find = async (relative: string): Promise<string | undefined> => {
    if (!pathPattern.test(relative)) throw outsideThePlace(relative);
    const full = path.join(root, relative);
    const folder = await orUndefined(() => realpath(path.dirname(full)), relative);
    if (folder === undefined) return undefined;
    if (!isInside(root, folder)) throw outsideThePlace(relative);
    return path.join(folder, path.basename(full));
  };

  const locate = async (relative: string): Promise<string> => {
    const place = await find(relative);
    if (place === undefined) throw noSuchFolder(relative);
    return place;
  };

  const inPlace = async <Answer>(
    relative: string,
    ask: (place: string) => Promise<Answer>,
  ): Promise<Answer | undefined> => {
    const place = await find(relative);
    return place === undefined ? undefined : orUndefined(() => ask(place), relative);
  };

  return {
    list: async (folder) => {
      const place = await find(folder);
      const found = place === undefined ? undefined : await contentOf(place, folder);
      if (place === undefined || !found) return undefined;
      const files = found.filter((entry) => entry.isFile()).map(({ name }) => name);
      const entries = await Promise.all(files.map((name) => entryOf(place, name)));
      return entries
        .filter((entry) => entry !== undefined)
        .toSorted((one, other) => (one.name < other.name ? -1 : 1));
    },

    folders: async (folder) => {
      const found = await inPlace(folder, (place) => contentOf(place, folder));
      return found
        ?.filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .toSorted();
    },

    read: (relative) =>
      inPlace(relative, async (place) => {
        // A pipe that somebody put there would be waited for without end.
        const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
        try {
          const stats = await file.stat();
          if (!stats.isFile()) return undefined;
          if (stats.size > LARGEST_FILE) throw failedThere(relative, 'EFBIG');
          return new Uint8Array(await file.readFile());
        } finally {
          await file.close();
        }
      }),

    size: async (relative) => {
      const stats = await inPlace(relative, (place) => lstat(place));
      return stats?.isFile() ? stats.size : undefined;
    },

    create: async (relative, bytes) => {
      const place = await locate(relative);
      return existsOr(relative, async () => {
        const file = await open(place, 'wx', 0o640);
        try {
          await file.writeFile(bytes);
          await file.sync();
          if ((await file.stat()).size !== bytes.length) throw cutShort(relative);
        } finally {
          await file.close();
        }
        return 'made' as const;
      });
    },

    move: async (from, to) => {
      const source = await find(from);
      const stats = source === undefined ? undefined : await orUndefined(() => lstat(source), from);
      if (source === undefined || !stats?.isFile()) return 'gone';
      const target = await locate(to);
      // A file of ours linked already and not yet unlinked: we died in between, and it has, or had, its new name.
      if (stats.nlink > 1 && isUnfinished(from)) return unlinked(source, 'gone');
      // A link refuses a name in use, where a rename would replace the file silently.
      const moved = await existsOr(to, async () => {
        await link(source, target);
        return 'moved' as const;
      });
      if (moved === 'exists') return 'exists';
      await unlinked(source, moved);
      await syncFolder(path.dirname(target));
      return moved;
    },

    remove: async (relative) => {
      await inPlace(relative, (place) => unlink(place));
    },

    makeFolder: async (relative) => {
      const place = await locate(relative);
      return existsOr(relative, async () => {
        await mkdir(place, { mode: 0o750 });
        return 'made' as const;
      });
    },
  };
};

const contentOf = async (place: string, relative: string): Promise<Dirent[] | undefined> => {
  const stats = await orUndefined(() => lstat(place), relative);
  if (!stats) return undefined;
  if (!stats.isDirectory()) throw outsideThePlace(relative);
  return translated(relative, () => readdir(place, { withFileTypes: true }));
};

const entryOf = async (folder: string, name: string): Promise<DropEntry | undefined> => {
  const stats = await orUndefined(() => lstat(path.join(folder, name)));
  return stats?.isFile()
    ? { name, bytes: stats.size, modifiedAt: Math.floor(stats.mtimeMs / 1000) }
    : undefined;
};

const unlinked = async <Answer>(place: string, answer: Answer): Promise<Answer> => {
  await orUndefined(() => unlink(place));
  return answer;
};

/** The new name itself must survive a power cut. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const isInside = (root: string, place: string): boolean =>
  place === root || place.startsWith(root + path.sep);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const orUndefined = async <Answer>(
  ask: () => Promise<Answer>,
  relative = '',
): Promise<Answer | undefined> => {
  try {
    return await ask();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw translate(error, relative);
  }
};

const existsOr = async <Answer>(relative: string, ask: () => Promise<Answer>): Promise<Answer | 'exists'> => {
  try {
    return await ask();
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'exists';
    throw translate(error, relative);
  }
};

const translated = async <Answer>(relative: string, ask: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await ask();
  } catch (error) {
    throw translate(error, relative);
  }
};

const translate = (error: unknown, relative: string): unknown => {
  switch (codeOf(error)) {
    case '':
      return error;
    case 'ENOENT':
    case 'ENOTDIR':
      return noSuchFolder(relative);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return mayNot(relative);
    case 'ELOOP':
      return outsideThePlace(relative);
    default:
      return failedThere(relative, codeOf(error));
  }
};

const notThere = (folder: string): NotNow =>
  new NotNow(
    say(
      `Le dossier « ${folder} » n’existe pas, ou son disque n’est pas monté. Créez-le, ou corrigez son nom dans les réglages.`,
      `The folder "${folder}" does not exist, or its disk is not mounted. Make it, or correct its name in the settings.`,
    ),
  );

const noExchangeFolder = (): Refused =>
  new Refused(
    'reference-data-missing',
    say(
      'Cette installation n’a pas de dossier d’échange. La personne qui l’administre en choisit un (PARVIS_EXCHANGE_DIRECTORY), ou utilisez SFTP.',
      'This installation has no exchange folder. Whoever runs it chooses one (PARVIS_EXCHANGE_DIRECTORY), or use SFTP.',
    ),
  );
