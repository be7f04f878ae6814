import { type PrincipalsSight, seeing, sightOf } from '@parvis/application/access/sight';
import { type ExecutionArgs, type ExecutionResult, subscribe } from 'graphql';
import type { RequestContext } from '../request-context.js';

type Results = AsyncGenerator<ExecutionResult, void, void>;

/** Answers each event in the sight of whoever subscribed: events come from elsewhere and bring none. */
export const sightedSubscribe = async (args: ExecutionArgs): Promise<ExecutionResult | Results> => {
  const { principal } = args.contextValue as Pick<RequestContext, 'principal'>;
  const sight = sightOf(principal);
  const subscribed = await seeing(sight, () => subscribe(args));
  return Symbol.asyncIterator in subscribed ? inSight(sight, subscribed) : subscribed;
};

const inSight = (sight: PrincipalsSight, results: Results): Results => ({
  next: () => seeing(sight, () => results.next()),
  return: (value) => results.return(value),
  throw: (problem) => results.throw(problem),
  [Symbol.asyncDispose]: async () => void (await results.return()),
  [Symbol.asyncIterator]() {
    return this;
  },
});
