import type { ConnectionEnvironment } from '../../gql/graphql.js';

/** In the order in which they are shown: what counts first. */
export const environments = [
  'PRODUCTION',
  'TEST',
  'SIMULATOR',
] as const satisfies readonly ConnectionEnvironment[];
