import type { AskedOfDirectory } from '@parvis/application/directory/directory-search';
import type { AskedWord } from '@parvis/domain/directory/directory-question';
import { needsOf } from '@parvis/domain/directory/service-words';
import { filterLexemes, hasFilter, inOrder, narrowing, type Query, Values } from './candidates.js';
import { allWords, anyOf } from './text-query.js';

/** A question split into what is bought and whose service buys it: « cantine » and « valmont ». */
export interface NeedAndPlace {
  /** A text query over the words of services. */
  readonly need: string;
  readonly place: readonly AskedWord[];
}

/** Undefined when no word tells of a need. Words that no name and no place holds may be what a service is called. */
export const splitNeed = (
  words: readonly AskedWord[],
  unknown: ReadonlySet<string>,
): NeedAndPlace | undefined => {
  const tells = ({ asTyped }: AskedWord): boolean => needsOf(asTyped).length > 0 || unknown.has(asTyped);
  const told = words.filter(tells);
  if (told.length === 0) return undefined;
  return {
    need: told.map(({ asTyped }) => servicesFor(asTyped)).join(' & '),
    place: words.filter((word) => !tells(word)),
  };
};

const servicesFor = (word: string): string => {
  const like = needsOf(word).flatMap(({ words }) => words);
  return like.length === 0 ? anyOf([word], { begins: true }) : anyOf([...new Set([word, ...like])]);
};

const offers = (need: string): string => `service.active AND service.words @@ ${need}::tsquery`;

/** How many places a need is looked for in, and how many services without a place: beyond, one must say more. */
const MOST_PLACES = 500;
const MOST_SERVICES = 1000;

/** Entities with a service for the need, in the place if there is one. */
export const byNeed = (asked: AskedOfDirectory, { need, place }: NeedAndPlace, limit: number): Query => {
  const values = new Values();
  const condition = offers(values.add(need));
  if (place.length === 0 && !hasFilter(asked)) return anywhere(condition, values, limit);
  const lexemes = [...(place.length > 0 ? [allWords(place)] : []), ...filterLexemes(asked)];
  const there = lexemes.length > 0 ? ` AND search @@ ${values.add(lexemes.join(' & '))}::tsquery` : '';
  // OFFSET 0 keeps the question at each entity: a few rows by primary key, against an index of a million.
  return {
    sql: `WITH near AS MATERIALIZED (
        SELECT structure_id, active, plain_name FROM structure
        WHERE side = 'publicEntity'${there}${narrowing(asked, values)} ORDER BY ${inOrder} LIMIT ${MOST_PLACES}
      )
      SELECT structure_id, 'need' AS by, (SELECT count(*) = ${MOST_PLACES} FROM near) AS "andMore" FROM near
      WHERE EXISTS (SELECT FROM service WHERE service.structure_id = near.structure_id AND ${condition} OFFSET 0)
      ORDER BY ${inOrder} LIMIT ${values.add(limit)}`,
    values: values.list,
  };
};

const anywhere = (condition: string, values: Values, limit: number): Query => ({
  sql: `WITH offering AS MATERIALIZED (SELECT structure_id FROM service WHERE ${condition} LIMIT ${MOST_SERVICES})
    SELECT structure_id, 'need' AS by, (SELECT count(*) = ${MOST_SERVICES} FROM offering) AS "andMore"
    FROM (SELECT DISTINCT structure_id FROM offering) AS entities JOIN structure USING (structure_id)
    WHERE side = 'publicEntity' ORDER BY ${inOrder} LIMIT ${values.add(limit)}`,
  values: values.list,
});

/** The services of these entities that answer the need, three each. */
export const servicesForNeed = (structureIds: readonly string[], need: string): Query => ({
  sql: `SELECT matching.* FROM unnest($1::uuid[]) AS wanted(id) CROSS JOIN LATERAL (
      SELECT service.* FROM service WHERE service.structure_id = wanted.id AND ${offers('$2')}
      ORDER BY position LIMIT 3
    ) AS matching`,
  values: [structureIds, need],
});
