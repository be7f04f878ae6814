import type { DirectoryEntry, DirectoryService } from '@parvis/domain/directory/directory-entry';
import type { DirectoryListing } from '@parvis/domain/directory/directory-listing';
import type { AskedWord } from '@parvis/domain/directory/directory-question';
import { editDistance, forgivenSlips } from '@parvis/domain/directory/edit-distance';
import { plainWords } from '@parvis/domain/directory/plain-words';
import { receivesAt } from '@parvis/domain/directory/receives-at';
import { searchWords } from '@parvis/domain/directory/search-words';
import { needsOf } from '@parvis/domain/directory/service-words';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import {
  type AskedOfDirectory,
  type AskedOfServices,
  type DirectoryPage,
  type DirectorySearch,
  type FoundBy,
  foundBy,
  type ServicePage,
} from '../directory/directory-search.js';
import { pageOf, type Window } from './memory-page.js';
import type { MemoryTables } from './memory-tables.js';

/** The search for a handful of entities: each is asked why it would be found. */
export class MemoryDirectorySearch implements DirectorySearch {
  constructor(private readonly tables: MemoryTables) {}

  async page(asked: AskedOfDirectory, window: Window): Promise<DirectoryPage> {
    const all = [...this.tables.recipients.values()].filter((entry) => passes(entry, asked));
    const certain = all.flatMap((entry) =>
      found(entry, asked, whyFound(entry, asked) ?? whyMoved(this.tables, entry, asked)),
    );
    const rows =
      certain.length > 0 ? certain : all.flatMap((entry) => found(entry, asked, whyAlike(entry, asked)));
    const page = pageOf(
      rows,
      ({ by, entity }) => [foundBy.indexOf(by), entity.active ? 0 : 1, entity.name],
      window,
    );
    return { ...page, total: rows.length, hasMoreThanTotal: false };
  }

  async services(
    { structureId, words, withClosed, day }: AskedOfServices,
    window: Window,
  ): Promise<ServicePage> {
    const services = this.tables.recipients.get(structureId)?.services ?? [];
    const rows = services
      .map((service, position) => ({ service, position }))
      .filter(
        ({ service }) =>
          (withClosed || receivesAt(service, day)) && words.every((word) => begins(wordsOf(service), word)),
      );
    const { rows: shown, ...page } = pageOf(
      rows,
      ({ position, service }) => [position, service.code],
      window,
    );
    return {
      ...page,
      rows: shown.map(({ service }) => service),
      total: rows.length,
      hasMoreThanTotal: false,
    };
  }
}

const passes = (entry: DirectoryEntry, { department, town, kind }: AskedOfDirectory): boolean =>
  (department === undefined || entry.department === department) &&
  (town === undefined || searchWords(entry.town) === town) &&
  (kind === undefined || entry.kind === kind);

const found = (entry: DirectoryEntry, asked: AskedOfDirectory, by: FoundBy | undefined) =>
  by === undefined
    ? []
    : [{ entity: toListing(entry, asked.day), by, services: by === 'need' ? offering(entry, asked) : [] }];

const whyFound = (entry: DirectoryEntry, asked: AskedOfDirectory): FoundBy | undefined => {
  const { question } = asked;
  if (question.kind === 'nothing') return asked.department || asked.town || asked.kind ? 'name' : undefined;
  if (question.kind === 'identifier')
    return entry.siret.startsWith(question.digits) ? 'identifier' : undefined;
  const name = searchWords(entry.name);
  if (name === question.name) return 'name';
  if (name.startsWith(question.name)) return 'beginning';
  if (question.words.every((word) => bears(name.split(' '), word))) return 'words';
  if (question.words.every((word) => bears(placeOf(entry), word, entry))) return 'place';
  return offering(entry, asked).length > 0 ? 'need' : undefined;
};

/** By the whole of an identifier it has left. */
const whyMoved = (
  { formerIdentifiers }: MemoryTables,
  { structureId }: DirectoryEntry,
  { question }: AskedOfDirectory,
): FoundBy | undefined =>
  question.kind === 'identifier' &&
  question.digits.length >= 9 &&
  [...formerIdentifiers.values()].some(
    (former) => former.structureId === structureId && former.identifier.value.startsWith(question.digits),
  )
    ? 'identifier'
    : undefined;

const whyAlike = (entry: DirectoryEntry, { question }: AskedOfDirectory): FoundBy | undefined => {
  if (question.kind !== 'words') return undefined;
  const like = ({ asTyped }: AskedWord): boolean =>
    placeOf(entry).some((word) => editDistance(word, asTyped) <= forgivenSlips(asTyped.length));
  return question.words.every(like) ? 'likeness' : undefined;
};

const placeOf = (entry: DirectoryEntry): string[] =>
  `${searchWords(entry.name)} ${searchWords(entry.town)} ${entry.address?.postCode ?? ''}`.split(' ');

const bears = (words: readonly string[], asked: AskedWord, entry?: DirectoryEntry): boolean =>
  (asked.department !== undefined && asked.department === entry?.department) ||
  asked.readings.some((reading) =>
    reading.every((word) => (asked.mayGoOn ? begins(words, word) : words.includes(word))),
  );

const begins = (words: readonly string[], beginning: string): boolean =>
  words.some((word) => word.startsWith(beginning));

/** Open services for what is asked, once the words of the place are taken away. */
const offering = (entry: DirectoryEntry, { question, day }: AskedOfDirectory): DirectoryService[] => {
  if (question.kind !== 'words') return [];
  const needed = question.words.filter((word) => !bears(placeOf(entry), word, entry));
  const answers = (service: DirectoryService): boolean =>
    needed.every(({ asTyped }) => {
      const like = [asTyped, ...needsOf(asTyped).flatMap(({ words }) => words)];
      return wordsOf(service).some((word) => like.includes(word));
    });
  return entry.services.filter((service) => receivesAt(service, day) && answers(service)).slice(0, 3);
};

const wordsOf = ({ code, name, description = '' }: DirectoryService): string[] =>
  plainWords(`${code} ${name} ${description}`).split(' ');

const toListing = ({ services, ...entry }: DirectoryEntry, day: CalendarDate): DirectoryListing => {
  const open = services.filter((service) => receivesAt(service, day));
  const says = [true, false].filter((demand) =>
    open.some(({ engagementNumberRequired }) => engagementNumberRequired === demand),
  );
  return {
    ...entry,
    openServices: open.length,
    services: says.map((engagementNumberRequired) => ({ active: true, engagementNumberRequired })),
  };
};
