import {
  type AskedOfDirectory,
  type AskedOfServices,
  type DirectoryPage,
  type DirectorySearch,
  type FoundBy,
  MOST_RESULTS,
  type ServicePage,
} from '@parvis/application/directory/directory-search';
import type { DirectoryService } from '@parvis/domain/directory/directory-entry';
import { askedInstead, type QuestionInWords } from '@parvis/domain/directory/directory-question';
import type { DataSource } from 'typeorm';
import { readCursor, writeCursor } from '../page-cursor.js';
import { byText, candidates, type Query } from './candidates.js';
import { loadListings, loadServices } from './listings.js';
import { byNeed, splitNeed } from './needs.js';
import { servicePage } from './service-page.js';
import { respell } from './spelling.js';

/** Fewer results than these, and more spellings are tried. */
const TOO_FEW = 3;

interface Candidate {
  readonly structure_id: string;
  readonly by: FoundBy;
  /** True where the look had to end before all were seen. */
  readonly andMore?: boolean;
}

interface Found {
  readonly candidates: readonly Candidate[];
  /** The need that services are shown for. */
  readonly need?: string;
}

/**
 * The search over PostgreSQL's text index. A page asks again for the identifiers before it, of which there are a
 * thousand at most, and reads only its own rows.
 */
export class TypeOrmDirectorySearch implements DirectorySearch {
  constructor(private readonly dataSource: DataSource) {}

  async page(
    asked: AskedOfDirectory,
    { limit, after }: { readonly limit: number; readonly after?: string },
  ): Promise<DirectoryPage> {
    const start = after === undefined ? 0 : Number(readCursor(after, ['count'])[0]);
    const found = await this.find(asked);
    const reachable = found.candidates.slice(0, MOST_RESULTS);
    const shown = reachable.slice(start, start + limit);
    const cursors = shown.map((_, index) => writeCursor([start + index + 1]));
    return {
      rows: await this.load(shown, asked, found.need),
      cursors,
      next: start + shown.length < reachable.length ? cursors.at(-1) : undefined,
      total: reachable.length,
      hasMoreThanTotal:
        found.candidates.length > MOST_RESULTS || found.candidates.some(({ andMore }) => andMore),
    };
  }

  services(
    asked: AskedOfServices,
    window: { readonly limit: number; readonly after?: string },
  ): Promise<ServicePage> {
    return servicePage(this.dataSource.manager, asked, window);
  }

  /** Certain answers first; a need beside them, and slips of the pen only where there is no other answer. */
  private async find(asked: AskedOfDirectory): Promise<Found> {
    const query = candidates(asked, MOST_RESULTS + 1);
    const certain = query ? await this.ask(query) : [];
    const { question } = asked;
    if (question.kind !== 'words' || certain.length > MOST_RESULTS || isCalledSo(certain))
      return { candidates: certain };
    const told = await this.findNeed(asked, question, certain);
    if (told.candidates.length > 0) return told;
    return { ...told, candidates: await this.findAlike(asked, question) };
  }

  private async findNeed(
    asked: AskedOfDirectory,
    { words }: QuestionInWords,
    certain: readonly Candidate[],
  ): Promise<Found> {
    const unknown = certain.length === 0 ? await this.unknownWords(words.map(({ asTyped }) => asTyped)) : [];
    const split = splitNeed(words, new Set(unknown));
    if (!split) return { candidates: certain };
    const needing = await this.ask(byNeed(asked, split, MOST_RESULTS + 1));
    return { candidates: joined(certain, needing), need: split.need };
  }

  /** What the likeliest spelling finds stands first, then what others as likely find. */
  private async findAlike(asked: AskedOfDirectory, { words }: QuestionInWords): Promise<Candidate[]> {
    const { likeliest, onlyOne, close, wide } = await respell(this.dataSource, words);
    const query = candidates({ ...asked, question: askedInstead(likeliest) }, MOST_RESULTS + 1);
    const meant = query ? await this.ask(query) : [];
    if (onlyOne && meant.length > 0) return meant.map(asLike);
    const near = joined(meant, await this.ask(byText(asked, close, MOST_RESULTS + 1)));
    const alike =
      near.length < TOO_FEW ? joined(near, await this.ask(byText(asked, wide, MOST_RESULTS + 1))) : near;
    return alike.map(asLike);
  }

  /** Those that no name and no place begins with. */
  private async unknownWords(words: readonly string[]): Promise<string[]> {
    const rows: { word: string }[] = await this.dataSource.query(
      `SELECT asked AS word FROM unnest($1::text[]) AS asked
       WHERE asked ~ '^[a-z]{3}' AND NOT EXISTS (
         SELECT FROM directory_word WHERE word >= asked AND word < asked || '{'
       )`,
      [words],
    );
    return rows.map(({ word }) => word);
  }

  private async ask({ sql, values }: Query): Promise<Candidate[]> {
    return this.dataSource.query(sql, [...values]);
  }

  private async load(
    shown: readonly Candidate[],
    { day }: AskedOfDirectory,
    need: string | undefined,
  ): Promise<DirectoryPage['rows']> {
    const ids = shown.map(({ structure_id }) => structure_id);
    const needing = shown.filter(({ by }) => by === 'need').map(({ structure_id }) => structure_id);
    const { manager } = this.dataSource;
    const [listings, services] = await Promise.all([
      loadListings(manager, ids, day),
      need === undefined || needing.length === 0 ? noServices : loadServices(manager, needing, { need, day }),
    ]);
    return shown.flatMap(({ structure_id: id, by }) => {
      const entity = listings.get(id);
      return entity ? [{ entity, by, services: services.get(id) ?? [] }] : [];
    });
  }
}

const asLike = ({ structure_id }: Candidate): Candidate => ({ structure_id, by: 'likeness' });

const noServices: ReadonlyMap<string, DirectoryService[]> = new Map();

/** Somebody who types a whole name looks for that entity, not for what it buys. */
const isCalledSo = ([first]: readonly Candidate[]): boolean =>
  first?.by === 'name' || first?.by === 'identifier';

const joined = (first: readonly Candidate[], then: readonly Candidate[]): Candidate[] => {
  const known = new Set(first.map(({ structure_id }) => structure_id));
  return [...first, ...then.filter(({ structure_id }) => !known.has(structure_id))];
};
