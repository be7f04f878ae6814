import type { AskedOfDirectory } from '@parvis/application/directory/directory-search';
import type { AskedWord } from '@parvis/domain/directory/directory-question';
import { needsOf } from '@parvis/domain/directory/service-words';
import {
  filterLexemes,
  hasFilter,
  inOrder,
  MOST_SORTED,
  narrowing,
  type Query,
  Values,
} from './candidates.js';
import { openOn } from './open-on.js';
import { allWords, anyOf, offeredWord } from './text-query.js';

/** A question split into what is bought and whose service buys it: « cantine » and « valmont ». */
export interface NeedAndPlace {
  /** A text query over the words of services. */
  readonly need: string;
  /** The same over the words that entities bear for their services. */
  readonly offered: string;
  /** Whether one service must bear several words, which those of its entity alone do not tell. */
  readonly together: boolean;
  readonly place: readonly AskedWord[];
}

/** Undefined when no word tells of a need. Words that no name and no place holds may be what a service is called. */
export const splitNeed = (
  words: readonly AskedWord[],
  unknown: ReadonlySet<string>,
): NeedAndPlace | undefined => {
  const tells = ({ asTyped }: AskedWord): boolean => needsOf(asTyped).length > 0 || unknown.has(asTyped);
  const told = words.filter(tells).map(({ asTyped }) => asTyped);
  if (told.length === 0) return undefined;
  return {
    need: told.map((word) => servicesFor(word)).join(' & '),
    offered: told.map((word) => servicesFor(word, offeredWord)).join(' & '),
    together: told.length > 1,
    place: words.filter((word) => !tells(word)),
  };
};

const servicesFor = (word: string, borne: (word: string) => string = (same) => same): string => {
  const like = needsOf(word).flatMap(({ words }) => words);
  return like.length === 0
    ? anyOf([borne(word)], { begins: true })
    : anyOf([...new Set([word, ...like])].map(borne));
};

const offers = (need: string, day: string): string =>
  `${openOn('service', day)} AND service.words @@ ${need}::tsquery`;

/** How many are read of the thousands that answer a need somewhere in the country: none is better than another. */
const MOST_ANYWHERE = 500;

/**
 * Entities with a service for the need, in the place if there is one. The words they bear tell it, but where one service
 * must bear several or is open between two days alone: there its services are asked. OFFSET 0 keeps that question at each
 * entity, a few rows by primary key.
 */
export const byNeed = (
  asked: AskedOfDirectory,
  { need, offered, together, place }: NeedAndPlace,
  limit: number,
): Query => {
  const values = new Values();
  const lexemes = [offered, ...(place.length > 0 ? [allWords(place)] : []), ...filterLexemes(asked)];
  const bearing = `search @@ ${values.add(lexemes.join(' & '))}::tsquery${narrowing(asked, values)}`;
  const most = place.length > 0 || hasFilter(asked) ? MOST_SORTED : MOST_ANYWHERE;
  const offering = `EXISTS (
    SELECT FROM service WHERE service.structure_id = near.structure_id AND ${offers(values.add(need), values.add(asked.day))} OFFSET 0)`;
  return {
    sql: `WITH near AS MATERIALIZED (
        SELECT structure_id, active, plain_name, offered @> '{=dated}' AS dated FROM structure
        WHERE side = 'publicEntity' AND ${bearing} LIMIT ${most}
      )
      SELECT structure_id, 'need' AS by, (SELECT count(*) = ${most} FROM near) AS "andMore" FROM near
      WHERE ${together ? offering : `(NOT dated OR ${offering})`} ORDER BY ${inOrder} LIMIT ${values.add(limit)}`,
    values: values.list,
  };
};
