import type { DryRunMutation } from '../../../gql/graphql.js';

/** One of the last invoices, and what it would become there. */
export type TriedInvoice = Extract<
  DryRunMutation['dryRunConnection'],
  { readonly __typename: 'DryRun' }
>['invoices'][number];
