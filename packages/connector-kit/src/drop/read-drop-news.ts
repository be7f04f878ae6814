import type {
  DeliveryKey,
  ReceivedStatus,
  StatusCursor,
  StatusPage,
} from '@parvis/application/accounting/accounting-connector';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { NotNow, Refused } from '../failures.js';
import { type Drop, isNameable, isUnfinished, LARGEST_READ } from './drop.js';
import { isSame, type Looked, type Puzzling, readPlace, writePlace } from './news-cursor.js';
import { keyOfFlow, nameOfKey, receiptFolder, receiptsIn } from './receipts.js';
import { writeOnce } from './write-once.js';

/** A state as a file tells it. */
export type ToldInFile = Omit<ReceivedStatus, 'key' | 'reference'> & {
  /** The number its users know it by, such as that of the payment order. */
  readonly numberThere?: string;
} & (
    | {
        /** The bill by its supplier and the supplier's number, as the software knows it. */
        readonly supplierIdentifier: string;
        readonly invoiceNumber: string;
        readonly flowId?: undefined;
      }
    /** Said of a whole flow. */
    | { readonly flowId: string; readonly supplierIdentifier?: undefined; readonly invoiceNumber?: undefined }
  );

/**
 * What a file says. `unfinished`: it may still be written; `broken`: whole as it may be, nobody can read it, and why.
 */
export type FileNews =
  | { readonly kind: 'news'; readonly statuses: readonly ToldInFile[] }
  | { readonly kind: 'unfinished' | 'broken'; readonly why: Bilingual };

export interface NewsReading {
  readonly drop: Drop;
  readonly now: () => Date;
  readonly folders: {
    readonly outFolder: string;
    readonly archiveFolder: string;
    readonly rejectsFolder: string;
    readonly sentFolder: string;
  };
  /** How many files one page tells of. */
  readonly pageSize: number;
  /** `seenBefore`: the file has not changed since an earlier look. */
  readonly readFile: (name: string, bytes: Uint8Array, seenBefore: boolean) => FileNews;
}

/** A file that does not change and cannot be read is set aside after so many looks, and no sooner than this. */
const PATIENT_LOOKS = 5;
const PATIENT_MS = 5 * 60_000;

/** One page of what lies in the folder for us: first puts away what the page before told, then reads on. */
export const readDropNews = async (
  reading: NewsReading,
  cursor: StatusCursor | null,
): Promise<StatusPage> => {
  const { drop, folders, pageSize } = reading;
  const place = readPlace(cursor);
  if (place.told.length > 0) await putAway(reading, place.told);
  const lying = ((await drop.list(folders.outFolder)) ?? []).filter(
    ({ name }) => !isUnfinished(name) && isNameable(name),
  );
  const isToldBefore = (file: Looked) => place.told.some((told) => isSame(told, file));
  const waiting = lying
    .filter((file) => !isToldBefore(file))
    .toSorted((one, other) => one.modifiedAt - other.modifiedAt || (one.name < other.name ? -1 : 1));

  const told: Looked[] = [];
  const puzzling: Puzzling[] = [];
  const statuses: ReceivedStatus[] = [];
  for (const file of waiting) {
    const before = place.puzzling.find((known) => isSame(known, file));
    if (told.length === pageSize) {
      if (before) puzzling.push(before);
      continue;
    }
    const news = await look(reading, file, before !== undefined);
    if (!news) continue;
    if (news.kind === 'news') {
      told.push(file);
      for (const status of news.statuses) statuses.push(await asReceived(reading, status));
      continue;
    }
    const puzzle = lookedAgain(file, before, reading.now());
    if (!isPast(puzzle, reading.now()) || !(await setAside(reading, file, news.why))) puzzling.push(puzzle);
  }
  return {
    kind: 'page',
    statuses: statuses.toSorted((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime()),
    // What could not be put away is remembered, or it would be told for ever and hide what came later.
    next: writePlace({ told: [...lying.filter(isToldBefore).map(bare), ...told.map(bare)], puzzling }),
    more: told.length === pageSize,
  };
};

const bare = ({ name, bytes, modifiedAt }: Looked): Looked => ({ name, bytes, modifiedAt });

/** Undefined: gone, or changed while we read it. */
const look = async (
  { drop, folders, readFile }: NewsReading,
  file: Looked,
  seenBefore: boolean,
): Promise<FileNews | undefined> => {
  if (file.bytes > LARGEST_READ) return tooLarge;
  const bytes = await drop.read(`${folders.outFolder}/${file.name}`);
  return bytes?.length === file.bytes ? readFile(file.name, bytes, seenBefore) : undefined;
};

const tooLarge: FileNews = {
  kind: 'broken',
  why: say(
    `Ce fichier dépasse ${LARGEST_READ / 2 ** 20} Mo : il n’a pas été lu. Répartissez les statuts sur plusieurs fichiers.`,
    `This file is larger than ${LARGEST_READ / 2 ** 20} MB: it was not read. Spread the statuses over several files.`,
  ),
};

const lookedAgain = (file: Looked, before: Puzzling | undefined, now: Date): Puzzling => ({
  ...bare(file),
  looks: (before?.looks ?? 0) + 1,
  since: before?.since ?? now.toISOString(),
});

const isPast = ({ looks, since }: Puzzling, now: Date): boolean =>
  looks >= PATIENT_LOOKS && now.getTime() - Date.parse(since) >= PATIENT_MS;

/** The bill by the key it was handed over under. */
const asReceived = async (reading: NewsReading, told: ToldInFile): Promise<ReceivedStatus> => {
  const { supplierIdentifier, invoiceNumber, flowId, numberThere, ...status } = told;
  const key =
    flowId === undefined
      ? await keyOfBill(reading, { supplierIdentifier, invoiceNumber }, status.occurredAt)
      : await keyOfFlow(reading.drop, reading.folders.sentFolder, flowId);
  return {
    ...status,
    reference: {
      id: key ? nameOfKey(key) : (flowId ?? `${supplierIdentifier}/${invoiceNumber}`),
      ...(numberThere === undefined ? {} : { number: numberThere }),
    },
    ...(key ? { key } : {}),
  };
};

/** By the newest hand-over before that day: an invoice that was completed comes again under the same number. */
const keyOfBill = async (
  { drop, folders }: NewsReading,
  bill: Parameters<typeof receiptFolder>[1],
  occurredAt: Date,
): Promise<DeliveryKey | undefined> => {
  const receipts = await receiptsIn(drop, receiptFolder(folders.sentFolder, bill));
  const day = occurredAt.toISOString().slice(0, 10);
  return (receipts.find(({ writtenAt }) => writtenAt.slice(0, 10) <= day) ?? receipts.at(-1))?.key;
};

/** A file that changed since it was told stays where it is. A folder that takes no file must not stop the news. */
const putAway = async ({ drop, folders }: NewsReading, told: readonly Looked[]): Promise<void> => {
  const lying = (await drop.list(folders.outFolder)) ?? [];
  for (const file of told) {
    if (!lying.some((there) => isSame(there, file))) continue;
    await unlessRefused(() =>
      moveAside(drop, `${folders.outFolder}/${file.name}`, `${folders.archiveFolder}/${file.name}`),
    );
  }
};

/** Whether it could be moved; the note says why, for whoever looks into the folder. */
const setAside = async ({ drop, folders }: NewsReading, file: Looked, why: Bilingual): Promise<boolean> => {
  const target = `${folders.rejectsFolder}/${file.name}`;
  return unlessRefused(async () => {
    await writeOnce(drop, `${target}.txt`, Buffer.from(`${why.fr}\n\n${why.en}\n`));
    await moveAside(drop, `${folders.outFolder}/${file.name}`, target);
  });
};

/** A name may come again: the second file gets one of its own. */
const moveAside = async (drop: Drop, from: string, to: string): Promise<void> => {
  for (let copy = 1; copy < 100; copy += 1) {
    const moved = await drop.move(from, copy === 1 ? to : withCopy(to, copy));
    if (moved !== 'exists') return;
  }
};

/** `a.xml` → `a (2).xml` */
const withCopy = (path: string, copy: number): string => path.replace(/(\.[^./]*)?$/, ` (${copy})$1`);

const unlessRefused = async (act: () => Promise<void>): Promise<boolean> => {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof Refused || error instanceof NotNow) return false;
    throw error;
  }
};
