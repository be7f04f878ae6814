/**
 * A place where two programs leave files for each other: a folder of this machine or of an SFTP server. Paths are
 * relative to that place, with `/`: `in/a.xml`. Every method throws `Refused`, `NotNow` or `NoAnswer`.
 */
export interface Drop {
  /** The plain files of a folder, in the order of their names; undefined: there is no such folder. */
  list(folder: string): Promise<readonly DropEntry[] | undefined>;
  /** The folders of a folder, in the order of their names; undefined: there is no such folder. */
  folders(folder: string): Promise<readonly string[] | undefined>;
  /** The whole file; undefined: there is none of this name. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** In bytes; undefined: there is no file of this name. */
  size(path: string): Promise<number | undefined>;
  /** Writes a new file whole and looks at its size afterwards. A name in use is left alone. */
  create(path: string, bytes: Uint8Array): Promise<'made' | 'exists'>;
  /** Gives a file another name, in one step; never over a file that has that name. */
  move(from: string, to: string): Promise<'moved' | 'exists' | 'gone'>;
  /** Quietly when there is no such file. */
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<'made' | 'exists'>;
}

export interface DropEntry {
  readonly name: string;
  readonly bytes: number;
  /** Seconds since 1970, by the clock of the place. */
  readonly modifiedAt: number;
}

/** Opens the place, works in it and leaves: a connection lasts as long as one piece of work. */
export type WithDrop = <Answer>(work: (drop: Drop) => Promise<Answer>) => Promise<Answer>;

/** `in`, `depot/vers-compta`: no `..`, nothing hidden, nothing absolute. */
export const folderPattern = /^(?!.*(?:^|\/)\.)[^\\/\p{Cc}]{1,100}(?:\/[^\\/\p{Cc}]{1,100}){0,5}$/u;

/** A file below: its own name may be longer than a folder's, and hold a copy's number and an ending more. */
export const pathPattern = /^(?!.*(?:^|\/)\.)(?:[^\\/\p{Cc}]{1,100}\/){0,6}[^\\/\p{Cc}]{1,240}$/u;

/** Larger than any state, receipt or answer: whoever leaves such a file means harm, or something else. */
export const LARGEST_READ = 32 * 2 ** 20;

/** Larger than any invoice with its attachments: never read into memory, whoever says that it is ours. */
export const LARGEST_FILE = 256 * 2 ** 20;

/** Whether a file lies there under a name that we can say, with an ending more. */
export const isNameable = (name: string): boolean =>
  name.length <= 200 && Buffer.byteLength(name) <= 240 && pathPattern.test(name);

/** Files still being written by whoever writes them: every program has its own habit. */
export const isUnfinished = (name: string): boolean =>
  name.startsWith('.') ||
  name.endsWith('~') ||
  /\.(?:part|tmp|temp|filepart|crdownload|swp|lock)$/i.test(name);
