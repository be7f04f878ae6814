import type {
  DirectoryEdition,
  DirectoryEditions,
  EntityToPublish,
  PublishedState,
} from '@parvis/application/directory/directory-editions';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { type DataSource, In, MoreThan } from 'typeorm';
import { ServiceEntity } from '../entities/service.entity.js';
import { StructureEntity } from '../entities/structure.entity.js';
import { toDirectoryEntry } from '../mappers/directory.mapper.js';

interface EditionRow extends Omit<DirectoryEdition, 'since'> {
  readonly since: CalendarDate | null;
}

interface StateRow {
  readonly structureId: string;
  readonly hash: string | null;
  readonly open: boolean | null;
}

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** What the last finished edition said: the row itself, or, where a later edition is under way, what it keeps aside. */
const before = (column: 'hash' | 'open', lastDay: string): string =>
  `CASE WHEN directory_published.day <= ${lastDay}::date THEN directory_published.${column} ELSE directory_published.before_${column} END`;

/** Batches are read one by one, not in one transaction: what is remembered of an entity is what was written of it. */
export class TypeOrmDirectoryEditions implements DirectoryEditions {
  constructor(private readonly dataSource: DataSource) {}

  async latest(): Promise<DirectoryEdition | undefined> {
    return (await this.newest(1))[0];
  }

  async find(day: CalendarDate): Promise<DirectoryEdition | undefined> {
    return (await this.select('WHERE day = $1', [day]))[0];
  }

  newest(limit: number): Promise<DirectoryEdition[]> {
    return this.select('ORDER BY day DESC LIMIT $1', [limit]);
  }

  async entitiesAfter(
    structureId: string = NO_ID,
    limit: number,
    lastDay: CalendarDate | undefined,
  ): Promise<EntityToPublish[]> {
    const { manager } = this.dataSource;
    const structures = await manager.find(StructureEntity, {
      where: { structureId: MoreThan(structureId), side: 'publicEntity' },
      order: { structureId: 'ASC' },
      take: limit,
    });
    const ids = structures.map((structure) => structure.structureId);
    const services = await manager.find(ServiceEntity, {
      where: { structureId: In(ids) },
      order: { position: 'ASC', code: 'ASC' },
    });
    const servicesOf = Map.groupBy(services, (service) => service.structureId);
    const states = await this.statesBefore(ids, lastDay);
    return structures.map((structure) => {
      const state = states.get(structure.structureId);
      return {
        entry: toDirectoryEntry(structure, servicesOf.get(structure.structureId) ?? []),
        ...(state ? { before: state } : {}),
      };
    });
  }

  async note(
    states: readonly (PublishedState & { readonly structureId: string })[],
    day: CalendarDate,
    lastDay: CalendarDate | undefined,
  ): Promise<void> {
    if (states.length === 0) return;
    await this.dataSource.query(
      `INSERT INTO directory_published (structure_id, day, hash, open)
       SELECT id, $4::date, hash, open FROM unnest($1::uuid[], $2::text[], $3::boolean[]) AS state (id, hash, open)
       ON CONFLICT (structure_id) DO UPDATE SET
         before_hash = ${before('hash', '$5')}, before_open = ${before('open', '$5')},
         day = excluded.day, hash = excluded.hash, open = excluded.open`,
      [
        states.map(({ structureId }) => structureId),
        states.map(({ hash }) => hash),
        states.map(({ open }) => open),
        day,
        lastDay ?? '-infinity',
      ],
    );
  }

  async add({ files, since, ...edition }: DirectoryEdition): Promise<boolean> {
    const added: unknown[] = await this.dataSource.query(
      `WITH added AS (
         INSERT INTO directory_edition (day, made_at, entities, services, added, changed, closed, since, files)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING day
       ) SELECT day FROM added`,
      [
        edition.day,
        edition.madeAt,
        edition.entities,
        edition.services,
        edition.added,
        edition.changed,
        edition.closed,
        since ?? null,
        JSON.stringify(files),
      ],
    );
    return added.length > 0;
  }

  async forgetBefore(day: CalendarDate): Promise<string[]> {
    const old = await this.select('WHERE day < $1', [day]);
    if (old.length === 0) return [];
    await this.dataSource.query('DELETE FROM directory_edition WHERE day < $1', [day]);
    const kept = new Set((await this.select('', [])).flatMap(sha256s));
    return old.flatMap(sha256s).filter((sha256) => !kept.has(sha256));
  }

  private async statesBefore(
    structureIds: readonly string[],
    lastDay: CalendarDate | undefined,
  ): Promise<Map<string, PublishedState>> {
    if (lastDay === undefined) return new Map();
    const rows: StateRow[] = await this.dataSource.query(
      `SELECT structure_id AS "structureId", ${before('hash', '$2')} AS hash, ${before('open', '$2')} AS open
       FROM directory_published WHERE structure_id = ANY ($1::uuid[])`,
      [structureIds, lastDay],
    );
    return new Map(
      rows.flatMap(({ structureId, hash, open }) =>
        hash === null || open === null ? [] : [[structureId, { hash, open }] as const],
      ),
    );
  }

  private async select(rest: string, values: readonly unknown[]): Promise<DirectoryEdition[]> {
    const rows: EditionRow[] = await this.dataSource.query(
      `SELECT day, made_at AS "madeAt", entities, services, added, changed, closed, since, files
       FROM directory_edition ${rest}`,
      [...values],
    );
    return rows.map(({ since, ...edition }) => (since === null ? edition : { ...edition, since }));
  }
}

const sha256s = ({ files }: DirectoryEdition): string[] => Object.values(files).map(({ sha256 }) => sha256);
