import type {
  DeliveryKey,
  ReceivedStatus,
  StatusCursor,
  StatusPage,
} from '@parvis/application/accounting/accounting-connector';
import type { ConnectionInbox, ConnectorNumbers } from '@parvis/connector-kit/connector-tools';
import { NotNow } from '@parvis/connector-kit/failures';
import { pesReference } from '@parvis/connector-kit/pes/deliver-pes';
import { readPesAnswers } from '@parvis/connector-kit/pes/read-answers';
import { placeOfKey, tellAnswers } from '@parvis/connector-kit/pes/tell-answers';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { JournalLine, PastellClient } from './pastell-client.js';
import { isKnown } from './pastell-words.js';
import { timeInParis } from './server-time.js';
import type { PastellSettings } from './settings.js';

export interface PastellNews {
  readonly client: PastellClient;
  readonly settings: PastellSettings;
  readonly numbers: ConnectorNumbers;
  readonly inbox: ConnectionInbox | undefined;
}

const place = z.object({ line: z.int(), inbox: z.int() });

const readPlace = (cursor: StatusCursor | null): z.infer<typeof place> => {
  try {
    return place.parse(JSON.parse(cursor ?? ''));
  } catch {
    return { line: 0, inbox: 0 };
  }
};

/**
 * One page of Pastell's journal, whose lines are numbered without gaps. It is read from the newest back to where we
 * stood: lines written meanwhile push older ones to a later page, so that one may be read twice, never missed.
 */
export const readPastellNews = async (
  news: PastellNews,
  cursor: StatusCursor | null,
): Promise<StatusPage> => {
  const { inbox, settings } = news;
  const from = readPlace(cursor);
  const lines = await linesAfter(news.client, from.line);
  const ours = lines.filter((line) => concernsUs(line, settings));
  const page = ours.slice(0, settings.pageSize);
  const statuses: ReceivedStatus[] = [];
  for (const line of page) statuses.push(...(await tellLine(news, line)));
  const messages = (await inbox?.after(from.inbox, settings.pageSize)) ?? [];
  for (const { bytes, receivedAt } of messages) {
    const reading = readPesAnswers(bytes);
    if (reading.kind === 'answers')
      statuses.push(...(await tellAnswers(reading.answers, receivedAt, settings, news.numbers)));
  }
  const isLast = page.length === ours.length;
  const next = {
    line: (isLast ? lines.at(-1)?.id_j : page.at(-1)?.id_j) ?? from.line,
    inbox: messages.at(-1)?.place ?? from.inbox,
  };
  return {
    kind: 'page',
    statuses,
    next: JSON.stringify(next),
    more: !isLast || messages.length === settings.pageSize,
  };
};

const LINES = 200;

/** In the order of their numbers. */
const linesAfter = async (client: PastellClient, after: number): Promise<readonly JournalLine[]> => {
  const found = new Map<number, JournalLine>();
  for (let offset = 0; ; offset += LINES) {
    const lines = await client.journal(offset, LINES);
    for (const line of lines) if (line.id_j > after) found.set(line.id_j, line);
    const isReached = lines.some(({ id_j }) => id_j <= after);
    if (isReached || lines.length < LINES) break;
  }
  return [...found.values()].toSorted((one, other) => one.id_j - other.id_j);
};

/** Acts on documents; who looked at what is in the journal, too. */
const concernsUs = ({ type, titre, document_type, id_d }: JournalLine, settings: PastellSettings): boolean =>
  (type ?? '1') === '1' &&
  !!id_d &&
  ((document_type === settings.documentType && keyIn(titre) !== undefined) ||
    document_type === settings.returnsType);

const keyIn = (title: string | null | undefined): DeliveryKey | undefined =>
  /parvis:[0-9a-f-]{36}:\d+$/.exec(title ?? '')?.[0] as DeliveryKey | undefined;

/** Steps at which Hélios' answer has come into a document of ours. */
const answered = ['acquiter-tdt', 'info-tdt', 'refus-tdt'];

/** Our own doing. */
const untold = ['creation', 'modification'];

/**
 * What Pastell itself makes of an acknowledgement reads its first element only, so that one accepted in part passes for
 * accepted: we read the file. Pastell's step comes first, then what Hélios says: the order stands where Hélios put it.
 */
const tellLine = async (news: PastellNews, line: JournalLine): Promise<readonly ReceivedStatus[]> => {
  const { settings, numbers } = news;
  const { action, id_d, titre, document_type, message, date } = line;
  const at = timeInParis(date) ?? new Date(0);
  if (document_type === settings.returnsType) return answersIn(news, id_d ?? '', at);
  const key = keyIn(titre);
  const where = key && (await placeOfKey(key, settings, numbers));
  if (!action || untold.includes(action) || !where) return [];
  const isRefused = /^(rejet|refus|tdt-error|erreur)/.test(action);
  const own: ReceivedStatus = {
    key,
    reference: pesReference(settings, where),
    sourceCode: action,
    actions: [],
    occurredAt: at,
    ...(message && (isRefused || !isKnown(action)) ? { reason: message } : {}),
  };
  return [own, ...(answered.includes(action) ? await answersIn(news, id_d ?? '', at) : [])];
};

const answersIn = async (
  { client, settings, numbers }: PastellNews,
  id: string,
  at: Date,
): Promise<readonly ReceivedStatus[]> => {
  const { data } = await client.detail(id);
  const statuses: ReceivedStatus[] = [];
  for (const [field, names] of Object.entries(data)) {
    if (!Array.isArray(names) || field === 'fichier_pes_signe') continue;
    for (const [index, name] of names.entries()) {
      if (typeof name !== 'string' || /^PESALR/i.test(name)) continue;
      const reading = readPesAnswers(await client.file(id, field, index));
      if (reading.kind === 'answers')
        statuses.push(...(await tellAnswers(reading.answers, at, settings, numbers)));
      if (reading.kind === 'broken' && /\.xml$/i.test(name)) throw answerNotReadable(name);
    }
  }
  return statuses;
};

const answerNotReadable = (name: string): NotNow =>
  new NotNow(
    say(
      `La réponse d’Hélios gardée dans Pastell n’est pas lisible en entier : ${name}. Nouvel essai prévu.`,
      `Hélios’ answer kept in Pastell cannot be read whole: ${name}. Another try is planned.`,
    ),
  );
