import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST, parse } from 'graphql';
import type { LimitRefusal } from '../../refusals/limit-texts.js';
import { limits, type SizeLimit } from '../limits.js';
import { type Measure, measureOperations } from './measure-document.js';
import { operationCost } from './operation-cost.js';

/** An operation as a client sends it; whatever else is wrong with it is the executor's to say. */
export interface OperationText {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Whether an operation stays within the limits, found out before it is validated or anything is done for it: the rules of
 * GraphQL compare every field with every other, which large documents would be glad of.
 */
export const checkOperation = (
  schema: GraphQLSchema,
  { query, operationName, variables }: OperationText,
): LimitRefusal | undefined => {
  if (query.length > limits.characters) return tooLarge('characters', query.length);
  const document = parseWithin(query);
  if (document === 'too long') return tooLarge('tokens', limits.tokens);
  if (!document) return undefined;
  const excess = measureOperations(document).flatMap(excessOf)[0];
  if (excess) return excess;
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  const { total, pages } = operationCost(schema, document, operation, variables ?? {});
  const page = pages.find(({ size }) => size < 1 || size > limits.pageSize);
  if (page)
    return {
      code: 'page-size-refused',
      argument: page.argument,
      asked: page.size,
      allowed: limits.pageSize,
    };
  return total > limits.cost ? tooLarge('cost', total) : undefined;
};

const tooLarge = (limit: SizeLimit, asked: number): LimitRefusal => ({
  code: 'request-too-large',
  limit,
  asked,
  allowed: limits[limit],
});

const measured = ['depth', 'rootFields', 'aliases', 'repeats', 'directives', 'selections'] as const;

const excessOf = (measure: Measure): LimitRefusal[] =>
  measured.filter((limit) => measure[limit] > limits[limit]).map((limit) => tooLarge(limit, measure[limit]));

/** Undefined for what is no GraphQL at all. */
const parseWithin = (query: string): DocumentNode | 'too long' | undefined => {
  try {
    return parse(query, { maxTokens: limits.tokens, noLocation: true });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return /more that \d+ tokens/.test(error.message) ? 'too long' : undefined;
  }
};
