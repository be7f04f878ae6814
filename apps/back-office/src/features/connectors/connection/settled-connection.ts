import type { ConnectionSettingsQuery } from '../../../gql/graphql.js';

/** A connection with its settings and what its kind asks for. */
export type SettledConnection = NonNullable<ConnectionSettingsQuery['accountingConnection']>;
