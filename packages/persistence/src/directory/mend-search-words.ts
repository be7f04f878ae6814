import { searchWords } from '@parvis/domain/directory/search-words';
import type { DataSource } from 'typeorm';

const BATCH = 5000;

interface Row {
  readonly structureId: string;
  readonly name: string;
  readonly town: string | null;
  readonly plainName: string;
  readonly plainTown: string;
}

/**
 * Writes again the words of names and towns that were kept under other rules: by an earlier version, or by hand. Answers
 * how many.
 */
export const mendSearchWords = async (dataSource: DataSource): Promise<number> => {
  let mended = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows: Row[] = await dataSource.query(
      `SELECT structure_id AS "structureId", name, town, plain_name AS "plainName", plain_town AS "plainTown"
       FROM structure WHERE structure_id > $1 ORDER BY structure_id LIMIT ${BATCH}`,
      [after],
    );
    const wrong = rows.filter(
      ({ name, town, plainName, plainTown }) =>
        plainName !== searchWords(name) || plainTown !== searchWords(town ?? ''),
    );
    if (wrong.length > 0) await mend(dataSource, wrong);
    mended += wrong.length;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return mended;
    after = last.structureId;
  }
};

const mend = (dataSource: DataSource, rows: readonly Row[]): Promise<unknown> =>
  dataSource.query(
    `UPDATE structure SET plain_name = mended.name, plain_town = mended.town
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) AS mended (id, name, town, said_name, said_town)
     WHERE structure_id = id AND structure.name = said_name AND coalesce(structure.town, '') = said_town`,
    [
      rows.map(({ structureId }) => structureId),
      rows.map(({ name }) => searchWords(name)),
      rows.map(({ town }) => searchWords(town ?? '')),
      rows.map(({ name }) => name),
      rows.map(({ town }) => town ?? ''),
    ],
  );
