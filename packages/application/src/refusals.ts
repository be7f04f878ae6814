import type { Membership } from '@parvis/domain/access/actor';
import type { Right } from '@parvis/domain/access/rights';
import type { Action, Status } from '@parvis/domain/life-cycle/transitions';
import type { EngagementRefusal } from './engagements/engagement-refusal.js';
import type { ImportRefusal } from './imports/import-refusal.js';

/** The lawful noes an act may meet, whoever acts and whatever the act. */
export type ActRefusal =
  | ImportRefusal
  | EngagementRefusal
  | { readonly code: 'not-allowed'; readonly right: Right }
  /** Also when the invoice exists and is not the actor's to see. */
  | { readonly code: 'invoice-not-found' }
  | { readonly code: 'action-closed'; readonly status: Status; readonly open: readonly Action[] }
  | { readonly code: 'reason-required' }
  | { readonly code: 'reason-unknown' }
  | { readonly code: 'comment-too-long'; readonly maximum: number }
  | { readonly code: 'changed-meanwhile'; readonly sequence: number }
  | { readonly code: 'upload-not-found'; readonly uploadId: string }
  /** The actor acts for several structures and did not say which. */
  | { readonly code: 'structure-unclear'; readonly choices: readonly Membership[] }
  | {
      readonly code: 'attachment-refused';
      readonly fileName: string;
      readonly cause: 'type' | 'size' | 'empty' | 'content' | 'program';
    }
  | { readonly code: 'file-too-large'; readonly maximumBytes: number }
  | { readonly code: 'signed-out' };
