import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { EntityChange } from '@parvis/domain/directory/download/columns';
import { csvHeader, csvLines, jsonLine } from '@parvis/domain/directory/download/lines';
import { entryStandingOn } from '@parvis/domain/directory/standing-on';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { addDays, calendarDay } from '@parvis/domain/time/paris';
import type { Clock, Sha256 } from '../ports/platform.js';
import type {
  DirectoryEdition,
  DirectoryEditions,
  EditionFile,
  EditionFileName,
  EditionFiles,
  EditionWriter,
  EntityToPublish,
  PublishedState,
} from './directory-editions.js';

export interface PublishDirectoryPorts {
  readonly editions: DirectoryEditions;
  readonly editionFiles: EditionFiles;
  readonly now: Clock;
  readonly sha256: Sha256;
}

/** Undefined when today's edition was there already. */
export type PublishDirectory = () => Promise<DirectoryEdition | undefined>;

const BATCH = 500;
const KEPT_DAYS = 31;

/**
 * Writes the directory of today into files, with what has changed since the last edition. Memory does not grow with the
 * directory. Cut short, it is run again from the start; run twice at once, the first to end wins.
 */
export const makePublishDirectory =
  ({ editions, editionFiles, now, sha256 }: PublishDirectoryPorts): PublishDirectory =>
  async () => {
    const madeAt = now();
    const day = calendarDay(madeAt);
    const last = await editions.latest();
    if (last && last.day >= day) return undefined;
    const press = new Press(editionFiles, day, last?.day);
    try {
      for await (const batch of batches(editions, last?.day)) {
        const states = await press.print(batch, sha256);
        await editions.note(states, day, last?.day);
      }
      const edition = { day, madeAt, ...(await press.finish()) };
      const isFirst = await editions.add(edition);
      await forgetOld({ editions, editionFiles }, day);
      return isFirst ? edition : undefined;
    } catch (failure) {
      await press.abandon();
      throw failure;
    }
  };

async function* batches(
  editions: DirectoryEditions,
  lastDay: CalendarDate | undefined,
): AsyncGenerator<readonly EntityToPublish[]> {
  for (let after: string | undefined; ; ) {
    const batch = await editions.entitiesAfter(after, BATCH, lastDay);
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.entry.structureId;
  }
}

/** The files of one edition under way, and what they have counted. */
class Press {
  private readonly writers = new Map<EditionFileName, EditionWriter>();
  private readonly counts = { entities: 0, services: 0, added: 0, changed: 0, closed: 0 };
  private headed = false;

  constructor(
    files: EditionFiles,
    private readonly day: CalendarDate,
    private readonly since: CalendarDate | undefined,
  ) {
    this.writers.set('annuaire.csv.gz', files.begin());
    this.writers.set('annuaire.jsonl.gz', files.begin());
    if (since === undefined) return;
    this.writers.set('differences.csv.gz', files.begin());
    this.writers.set('differences.jsonl.gz', files.begin());
  }

  /** Answers what is new to remember. */
  async print(
    batch: readonly EntityToPublish[],
    sha256: Sha256,
  ): Promise<(PublishedState & { readonly structureId: string })[]> {
    await this.head();
    const states: (PublishedState & { readonly structureId: string })[] = [];
    const pages = { csv: '', json: '', changedCsv: '', changedJson: '' };
    for (const { entry: kept, before } of batch) {
      const entry = entryStandingOn(kept, this.day);
      const json = jsonLine(entry);
      pages.json += json;
      pages.csv += csvLines(entry);
      this.counts.entities += 1;
      this.counts.services += entry.services.length;
      const state = { structureId: entry.structureId, hash: sha256(json), open: entry.active };
      const change = changeOf(entry, state, before);
      if (!change) continue;
      states.push(state);
      this.counts[change] += 1;
      pages.changedCsv += csvLines(entry, change);
      pages.changedJson += jsonLine(entry, change);
    }
    await this.write('annuaire.csv.gz', pages.csv);
    await this.write('annuaire.jsonl.gz', pages.json);
    await this.write('differences.csv.gz', pages.changedCsv);
    await this.write('differences.jsonl.gz', pages.changedJson);
    return states;
  }

  async finish(): Promise<Omit<DirectoryEdition, 'day' | 'madeAt'>> {
    await this.head();
    const files: Partial<Record<EditionFileName, EditionFile>> = {};
    for (const [name, writer] of this.writers) files[name] = await writer.end();
    const { since, counts } = this;
    // Everything is new to the first edition: no news.
    return since === undefined
      ? { ...counts, added: 0, changed: 0, closed: 0, files }
      : { ...counts, since, files };
  }

  async abandon(): Promise<void> {
    for (const writer of this.writers.values()) await writer.abandon();
  }

  private async head(): Promise<void> {
    if (this.headed) return;
    this.headed = true;
    await this.write('annuaire.csv.gz', csvHeader(false));
    await this.write('differences.csv.gz', csvHeader(true));
  }

  private async write(name: EditionFileName, text: string): Promise<void> {
    if (text !== '') await this.writers.get(name)?.write(text);
  }
}

const changeOf = (
  { active }: DirectoryEntry,
  { hash }: PublishedState,
  before: PublishedState | undefined,
): EntityChange | undefined => {
  if (before?.hash === hash) return undefined;
  if (!before) return 'added';
  if (before.open === active) return 'changed';
  return active ? 'added' : 'closed';
};

const forgetOld = async (
  { editions, editionFiles }: Pick<PublishDirectoryPorts, 'editions' | 'editionFiles'>,
  day: CalendarDate,
): Promise<void> => {
  for (const sha256 of await editions.forgetBefore(addDays(day, -KEPT_DAYS)))
    await editionFiles.remove(sha256);
};
