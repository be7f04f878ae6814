import type { ServiceFactsAsked } from '@parvis/application/settings/settings-store';
import type { NamedService, SettingsFacts } from '@parvis/domain/directory/settings-finding';
import type { EntityManager } from 'typeorm';

interface PairRow {
  readonly code: string;
  readonly name: string;
  readonly other_code: string;
  readonly other_name: string;
  readonly count: number;
}

/** The first two of each group of open services whose names are the same, or whose codes have the same letters. */
export const alikeServices = async (
  manager: EntityManager,
  structureId: string,
  { day, named }: ServiceFactsAsked,
): Promise<SettingsFacts['alike']> => {
  const rows: PairRow[] = await manager.query(
    `WITH open AS (
       SELECT code, name, lower(btrim(name)) AS said, upper(regexp_replace(code, '[\\s._-]', '', 'g')) AS letters
       FROM service
       WHERE structure_id = $1 AND active
         AND coalesce(valid_from <= $2, true) AND coalesce(valid_until >= $2, true)
     ), grouped AS (
       SELECT array_agg(code ORDER BY code COLLATE "C") AS codes, array_agg(name ORDER BY code COLLATE "C") AS names
       FROM open GROUP BY said HAVING count(*) > 1
       UNION ALL
       SELECT array_agg(code ORDER BY code COLLATE "C"), array_agg(name ORDER BY code COLLATE "C")
       FROM open GROUP BY letters HAVING count(*) > 1
     ), pair AS (
       SELECT DISTINCT codes[1] AS code, names[1] AS name, codes[2] AS other_code, names[2] AS other_name FROM grouped
     )
     SELECT *, count(*) OVER ()::integer AS count
     FROM pair ORDER BY code COLLATE "C", other_code COLLATE "C" LIMIT ${named}`,
    [structureId, day],
  );
  return { count: rows[0]?.count ?? 0, first: rows.map(pairOf) };
};

const pairOf = (row: PairRow): readonly [NamedService, NamedService] => [
  { code: row.code, name: row.name },
  { code: row.other_code, name: row.other_name },
];
