import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { DateText } from '@parvis/ui/display/date-text';
import { StatusChip } from '@parvis/ui/display/status-chip';
import type { Tone } from '@parvis/ui/display/tone';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import {
  type ClaimPartsFragment,
  type ClaimState,
  DecideOwnershipClaimDocument,
  ObjectToOwnershipClaimDocument,
} from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import classes from './people.module.css';
import { outcomeOf } from './people-answer.js';
import { ReasonDialog } from './reason-dialog.js';
import { usePeopleWords } from './words.js';

type Act = 'yes' | 'no' | 'object';

const tones: Readonly<Record<ClaimState, Tone>> = {
  WAITING: 'warning',
  GRANTED: 'warning',
  EFFECTIVE: 'success',
  REFUSED: 'danger',
  OBJECTED: 'danger',
  WITHDRAWN: 'neutral',
};

export interface ClaimCardProps {
  readonly claim: ClaimPartsFragment;
  readonly mayObject: boolean;
  readonly onDone: () => void;
}

/** One claim: who, why, the proof, what was said so far, and what can be said now. */
export function ClaimCard({ claim, mayObject, onDone }: ClaimCardProps): ReactNode {
  const say = usePeopleWords();
  const { viewer } = useSession();
  const [asked, setAsked] = useState<Act>();
  const isOwn = claim.userId === viewer.id;
  const isOpen = claim.state === 'WAITING' || claim.state === 'GRANTED';
  return (
    <article className={`pv-panel ${classes.card}`}>
      <div className={classes.cardHead}>
        <h2>
          {isOwn
            ? say('claimOwnLine', { structure: claim.structureName })
            : say('claimLine', { name: claim.name })}
        </h2>
        <StatusChip tone={tones[claim.state]}>{say(`claim_${claim.state}`)}</StatusChip>
      </div>
      <p>{claim.explanation}</p>
      <p className={classes.faint}>
        {say('asked')} <DateText value={claim.claimedAt} /> ·{' '}
        {say('claimVotes', { count: claim.votes.filter(({ approves }) => approves).length })}
      </p>
      {claim.reason && <p>{say('refusedBecause', { reason: claim.reason })}</p>}
      <p>
        <a href={claim.proofUrl} download>
          {say('claimProofOpen', { file: claim.proofFileName })}
        </a>
      </p>
      {isOpen && !isOwn && (
        <div className={classes.acts}>
          {claim.state === 'WAITING' && (
            <>
              <Button onClick={() => setAsked('yes')}>{say('claimYes')}</Button>
              <Button variant="default" onClick={() => setAsked('no')}>
                {say('claimNo')}
              </Button>
            </>
          )}
          {mayObject && (
            <Button variant="subtle" color="red" onClick={() => setAsked('object')}>
              {say('claimObject')}
            </Button>
          )}
        </div>
      )}
      {asked && <Decision claim={claim} act={asked} onDone={onDone} onClose={() => setAsked(undefined)} />}
    </article>
  );
}

interface DecisionProps {
  readonly claim: ClaimPartsFragment;
  readonly act: Act;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const labels = { yes: 'claimYes', no: 'claimNo', object: 'claimObject' } as const;

function Decision({ claim, act, onDone, onClose }: DecisionProps): ReactNode {
  const say = usePeopleWords();
  const toast = useToast();
  const [decide] = useMutation(DecideOwnershipClaimDocument);
  const [object] = useMutation(ObjectToOwnershipClaimDocument);
  const { structureId, id: claimId, name } = claim;
  const confirm = async (reason: string) => {
    const named = { structureId, claimId, reason };
    const answer =
      act === 'object'
        ? (await object({ variables: { input: named } }).catch(() => undefined))?.data?.objectToOwnershipClaim
        : (
            await decide({ variables: { input: { ...named, approves: act === 'yes' } } }).catch(
              () => undefined,
            )
          )?.data?.decideOwnershipClaim;
    const problem = outcomeOf(answer, 'act');
    if (problem) return problem;
    toast({ message: say('claimDecided') });
    onClose();
    onDone();
    return undefined;
  };
  return (
    <ReasonDialog
      title={say('claimDecideTitle', { name })}
      text={claim.explanation}
      confirmLabel={say(labels[act])}
      destructive={act !== 'yes'}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
