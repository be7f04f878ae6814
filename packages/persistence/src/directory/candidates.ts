import type { AskedOfDirectory, FoundBy } from '@parvis/application/directory/directory-search';
import type { AskedWord } from '@parvis/domain/directory/directory-question';
import { holding } from '../like-pattern.js';
import { allWords, departmentLexeme, kindLexeme } from './text-query.js';

/** A query and its values; `candidate` rows are (structure_id, by). */
export interface Query {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Collects the values of a query while it is written. */
export class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

export const inOrder = 'active DESC, plain_name, structure_id';

/**
 * Entities by one question, best first. Each leg is bounded and reads its index in order, and the legs behind are not
 * even begun once those before have filled the answer: a word that half of all entities bear costs no more than another.
 */
export const candidates = (asked: AskedOfDirectory, limit: number): Query | undefined => {
  const values = new Values();
  const most = values.add(limit);
  const legs = legsFor(asked, values, most);
  return legs.length === 0
    ? undefined
    : { sql: `SELECT * FROM (${legs.join(' UNION ALL ')}) AS found LIMIT ${most}`, values: values.list };
};

const legsFor = (asked: AskedOfDirectory, values: Values, most: string): string[] => {
  const { question } = asked;
  const narrow = narrowing(asked, values);
  if (question.kind === 'nothing')
    return hasFilter(asked) ? [leg('name', `true${narrow}`, inOrder, most)] : [];
  if (question.kind === 'identifier') return identifierLegs(question.digits, narrow, values, most);
  const name = values.add(question.name);
  const begins = values.add(holding(question.name).slice(1));
  const inNames = textQuery(asked, question.words, 'A');
  const anywhere = textQuery(asked, question.words, '');
  return [
    leg('name', `plain_name = ${name}${narrow}`, 'active DESC, siret', most),
    ...['active', 'NOT active'].map((state) =>
      leg(
        'beginning',
        `${state} AND plain_name LIKE ${begins} AND plain_name <> ${name}${narrow}`,
        'plain_name, structure_id',
        most,
      ),
    ),
    wordsLeg({
      inNames: values.add(inNames),
      anywhere: values.add(anywhere),
      besides: `plain_name NOT LIKE ${begins}${narrow}`,
      most,
    }),
  ];
};

/** Entities that bear all words, or a word like each: `words` says which. Those in the name stand first. */
export const byText = (asked: AskedOfDirectory, words: readonly AskedWord[], limit: number): Query => {
  const values = new Values();
  const anywhere = values.add(textQuery(asked, words, ''));
  const narrow = narrowing(asked, values);
  return {
    sql: `SELECT structure_id, 'likeness' AS by FROM (
        SELECT structure_id, active, plain_name FROM structure
        WHERE side = 'publicEntity' AND search @@ ${anywhere}::tsquery${narrow} LIMIT ${MOST_SORTED}
      ) AS bearing ORDER BY ${inOrder} LIMIT ${values.add(limit)}`,
    values: values.list,
  };
};

const identifierLegs = (digits: string, narrow: string, values: Values, most: string): string[] => {
  const begins = values.add(holding(digits).slice(1));
  const siret = leg('identifier', `siret LIKE ${begins}${narrow}`, 'active DESC, siret', most);
  if (digits.length >= WHOLE_SIREN) return [siret, movedLeg(begins, narrow, most)];
  if (digits.length !== 5) return [siret];
  const place = `search @@ ${values.add(`'${digits}'`)}::tsquery AND siret NOT LIKE ${begins}${narrow}`;
  return [leg('place', place, inOrder, most), siret];
};

/** Who looks for a SIRET that its entity has left finds the entity under the one it has now. */
const movedLeg = (begins: string, narrow: string, most: string): string =>
  leg(
    'identifier',
    `structure_id IN (
      SELECT structure_id FROM structure_identifier_history WHERE side = 'publicEntity' AND identifier LIKE ${begins}
    ) AND siret NOT LIKE ${begins}${narrow}`,
    'active DESC, siret',
    most,
  );

/** A shorter beginning belongs to too many for those who left to matter. */
const WHOLE_SIREN = 9;

const leg = (by: FoundBy, where: string, order: string, most: string): string =>
  `(SELECT structure_id, '${by}' AS by FROM structure WHERE side = 'publicEntity' AND ${where} ORDER BY ${order} LIMIT ${most})`;

/** Where more entities than these answer, one must say more: beyond, no order helps. */
export const MOST_SORTED = 2000;

interface WordsLeg {
  readonly inNames: string;
  readonly anywhere: string;
  readonly besides: string;
  readonly most: string;
}

const wordsLeg = ({ inNames, anywhere, besides, most }: WordsLeg): string =>
  `(SELECT structure_id, CASE WHEN named THEN 'words' ELSE 'place' END AS by FROM (
      SELECT structure_id, active, plain_name, search @@ ${inNames}::tsquery AS named FROM structure
      WHERE side = 'publicEntity' AND search @@ ${anywhere}::tsquery AND ${besides} LIMIT ${MOST_SORTED}
    ) AS bearing ORDER BY named DESC, ${inOrder} LIMIT ${most})`;

const textQuery = (asked: AskedOfDirectory, words: readonly AskedWord[], weight: 'A' | ''): string =>
  [allWords(words, weight), ...filterLexemes(asked)].join(' & ');

export const filterLexemes = ({ department, kind }: AskedOfDirectory): string[] => [
  ...(department === undefined ? [] : [departmentLexeme(department)]),
  ...(kind === undefined ? [] : [kindLexeme(kind)]),
];

export const hasFilter = ({ department, town, kind }: AskedOfDirectory): boolean =>
  department !== undefined || town !== undefined || kind !== undefined;

/** What the filters ask, as further conditions. */
export const narrowing = ({ department, town, kind }: AskedOfDirectory, values: Values): string =>
  [
    department === undefined ? '' : ` AND department = ${values.add(department)}`,
    town === undefined ? '' : ` AND plain_town = ${values.add(town)}`,
    kind === undefined ? '' : ` AND kind = ${values.add(kind)}`,
  ].join('');
