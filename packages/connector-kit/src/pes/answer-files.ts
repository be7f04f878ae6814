import type {
  ReceivedStatus,
  StatusCursor,
  StatusPage,
} from '@parvis/application/accounting/accounting-connector';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { ConnectionInbox } from '../connector-tools.js';
import { NotNow } from '../failures.js';
import { type PesAnswer, readPesAnswers } from './read-answers.js';

/** A file of Hélios' answers, wherever it lies. */
export interface AnswerFile {
  /** Tells this file from every other, its content included. */
  readonly id: string;
  readonly name: string;
  readonly receivedAt: Date;
  /** Larger than any answer: it is not read. */
  readonly isTooLarge?: boolean;
  /** Undefined: gone meanwhile. */
  read(): Promise<Uint8Array | undefined>;
}

const place = z.object({
  /** Those that lie there and have been told. Nothing is moved or removed: other software reads the same files. */
  seen: z.array(z.string()),
  /** How far the files that were sent to us by hand have been read. */
  inbox: z.int(),
});

export type AnswerPlace = z.infer<typeof place>;

/** A place nobody can read begins again: the same answers are told once more, which is harmless. */
export const readAnswerPlace = (cursor: StatusCursor | null): AnswerPlace => {
  try {
    return place.parse(JSON.parse(cursor ?? ''));
  } catch {
    return { seen: [], inbox: 0 };
  }
};

export interface AnswerReading {
  /** What lies there now, the oldest first. */
  readonly lying: readonly AnswerFile[];
  readonly inbox: ConnectionInbox | undefined;
  readonly pageSize: number;
  /** Where nothing but answers can lie, something else was put there by a middle man. */
  readonly foreignIsBroken?: true;
  readonly tell: (answers: readonly PesAnswer[], receivedAt: Date) => Promise<readonly ReceivedStatus[]>;
}

/** One page of answers: first what lies there, then what people have sent us. */
export const readAnswerPage = async (
  { lying, inbox, pageSize, tell, foreignIsBroken }: AnswerReading,
  { seen, inbox: from }: AnswerPlace,
): Promise<StatusPage> => {
  const known = new Set(seen);
  const fresh = lying.filter(({ id }) => !known.has(id));
  const page = fresh.slice(0, pageSize);
  const statuses: ReceivedStatus[] = [];
  const told: string[] = [];
  const broken: string[] = [];
  for (const file of page) {
    if (file.isTooLarge) {
      broken.push(file.name);
      continue;
    }
    const bytes = await file.read();
    if (!bytes) continue;
    const reading = readPesAnswers(bytes);
    if (reading.kind === 'broken' || (reading.kind === 'foreign' && foreignIsBroken)) {
      broken.push(file.name);
      continue;
    }
    told.push(file.id);
    if (reading.kind === 'answers') statuses.push(...(await tell(reading.answers, file.receivedAt)));
  }
  const messages = (await inbox?.after(from, pageSize)) ?? [];
  for (const { bytes, receivedAt } of messages) {
    const reading = readPesAnswers(bytes);
    if (reading.kind === 'answers') statuses.push(...(await tell(reading.answers, receivedAt)));
  }
  const hasMore = messages.length === pageSize || fresh.length > page.length;
  // What can be read is told first; then the one that nobody can read holds the place, in sight of whoever can mend it.
  if (broken.length > 0 && told.length === 0 && messages.length === 0) throw cannotBeRead(broken);
  const lyingIds = new Set(lying.map(({ id }) => id));
  return {
    kind: 'page',
    statuses,
    next: JSON.stringify({
      seen: [...seen.filter((id) => lyingIds.has(id)), ...told],
      inbox: messages.at(-1)?.place ?? from,
    } satisfies AnswerPlace),
    more: hasMore && (told.length > 0 || messages.length > 0),
  };
};

const cannotBeRead = (names: readonly string[]): NotNow =>
  new NotNow(
    say(
      `Ce retour d’Hélios n’est pas lisible en entier : ${names.join(', ')}. S’il n’est plus en cours d’écriture, redéposez-le ou retirez-le.`,
      `This answer of Hélios cannot be read whole: ${names.join(', ')}. If nobody is still writing it, leave it again or take it away.`,
    ),
  );
