/** What a use case may ask of the machine it runs on; each is replaced in tests. */

export type Clock = () => Date;

/** UUIDv7: sortable by time of creation, no central counter. */
export type NewId = () => string;

/** An opaque secret of 32 random bytes, in base64url. */
export type NewToken = () => string;

/** Between 0 (included) and 1 (excluded): spreads retries, never anything secret. */
export type Random = () => number;

/** SHA-256 in lower-case hexadecimal. */
export type Sha256 = (content: string | Uint8Array) => string;

/** HMAC with SHA-1 (RFC 2104), 20 bytes: what codes that change with time are made of. */
export type HmacSha1 = (key: Uint8Array, message: Uint8Array) => Uint8Array;

/** So many bytes nobody can foretell. */
export type RandomBytes = (length: number) => Uint8Array;

/**
 * Named points of an invoice's journey at which a process may die without harm; the fault tests kill it there.
 * Production passes a function that does nothing.
 */
export type MarkPoint = (point: MarkedPoint) => void;

export const markedPoints = [
  'deposit.bytesStored',
  'deposit.beforeCommit',
  'deposit.afterCommit',
  'route.beforeCommit',
  'route.afterCommit',
  'act.beforeCommit',
  'act.afterCommit',
  'deliver.beforeSend',
  'deliver.createdThere',
  'deliver.attachedThere',
  'deliver.beforeRecord',
  'deliver.afterRecord',
  'pull.pageRead',
  'pull.beforeCommit',
  'pull.afterCommit',
] as const;

export type MarkedPoint = (typeof markedPoints)[number];
