import type { RetryDeliveryRefusal } from '@parvis/application/accounting/retry-delivery';
import type { DepositRefusal } from '@parvis/application/invoice/deposit-invoice';
import type { ReadDocumentRefusal } from '@parvis/application/invoice/read-document';
import type { ConnectionRefusals } from './connection-texts.js';
import type { DirectoryRefusal } from './directory-texts.js';
import type { KeyRefusals } from './key-texts.js';
import type { LimitRefusal } from './limit-texts.js';
import type { OrganisationRefusals } from './organisation-texts.js';
import type { PeopleRefusals } from './people-texts.js';
import type { PostRefusal } from './post-texts.js';
import type { ProtectionRefusal } from './protection-texts.js';
import type { SettingsRefusals } from './settings-texts.js';

/** Every lawful no that the gateway puts into words, whichever use case or route says it. */
export type Refusal =
  | Exclude<DepositRefusal, { readonly code: 'invoice-faulty' | 'number-already-used' }>
  | RetryDeliveryRefusal
  | ReadDocumentRefusal
  | ConnectionRefusals
  | { readonly code: 'people-only' }
  | DirectoryRefusal
  | KeyRefusals
  | SettingsRefusals
  | OrganisationRefusals
  | PeopleRefusals
  | PostRefusal
  | ProtectionRefusal
  | RequestRefusal;

/** A request that is not made as it should be. */
export type RequestRefusal =
  | LimitRefusal
  | { readonly code: 'file-missing' }
  | { readonly code: 'file-given-twice' }
  | { readonly code: 'content-not-base64' }
  | { readonly code: 'content-too-large'; readonly maximumBytes: number }
  | { readonly code: 'multipart-expected' }
  | { readonly code: 'upload-broken-off' }
  | { readonly code: 'request-header-missing' }
  | { readonly code: 'origin-refused'; readonly origin: string }
  | { readonly code: 'body-too-large'; readonly maximumBytes: number }
  | { readonly code: 'body-not-json' }
  | { readonly code: 'null-character' }
  | { readonly code: 'address-unknown' }
  | { readonly code: 'cursor-unknown'; readonly argument: string }
  | { readonly code: 'internal'; readonly reference: string };

export type RefusalCode = Refusal['code'];
