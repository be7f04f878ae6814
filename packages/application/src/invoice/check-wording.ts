import type { EventReason } from '@parvis/domain/life-cycle/event';
import { reasonFor, reasonOf, reasonsFor } from '@parvis/domain/life-cycle/reasons';
import { type Action, transitionOf } from '@parvis/domain/life-cycle/transitions';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { ActRefusal } from '../refusals.js';

/** What every system in the chain passes on whole (Chorus Pro: `motif`, cut at 255 on the way out). */
export const MAXIMUM_COMMENT_CHARACTERS = 255;

export interface Wording {
  readonly action: Action;
  readonly reason?: EventReason;
  readonly comment?: string;
}

const isTooLong = (text: string | undefined): boolean =>
  [...(text ?? '')].length > MAXIMUM_COMMENT_CHARACTERS;

/** Is the act explained as its row in the table of transitions and its list of reasons ask? */
export const checkWording = ({ action, reason, comment }: Wording): Result<undefined, ActRefusal> => {
  const { requires } = transitionOf(action);
  if (requires === 'reason' && !reason) return refuse({ code: 'reason-required' });
  if (requires === 'comment' && !comment?.trim()) return refuse({ code: 'reason-required' });
  if (isTooLong(comment) || isTooLong(reason?.text))
    return refuse({ code: 'comment-too-long', maximum: MAXIMUM_COMMENT_CHARACTERS });
  return reason ? checkReason(action, reason, comment) : accept(undefined);
};

const checkReason = (
  action: Action,
  reason: EventReason,
  comment: string | undefined,
): Result<undefined, ActRefusal> => {
  const takesFreeText = reasonsFor(action).length === 0;
  const known = takesFreeText ? reasonOf(reason.code) : reasonFor(action, reason.code);
  if (!known || (takesFreeText && !known.needsComment)) return refuse({ code: 'reason-unknown' });
  const isExplained = Boolean(comment?.trim() || reason.text?.trim());
  return known.needsComment && !isExplained ? refuse({ code: 'reason-required' }) : accept(undefined);
};
