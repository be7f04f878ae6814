import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { DateText } from '@parvis/ui/display/date-text';
import { StatusChip } from '@parvis/ui/display/status-chip';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import { useProof } from '../account/proof.js';
import {
  ApproveFactorResetDocument,
  type FactorResetAnswerFragment,
  type FactorResetPartsFragment,
  StopFactorResetDocument,
} from '../gql/graphql.js';
import classes from '../people/people.module.css';
import { ReasonDialog } from '../people/reason-dialog.js';
import { useSession } from '../session/session.js';
import { useResetWords } from './words.js';

type Act = 'approve' | 'stop';

export interface ResetCardProps {
  readonly reset: FactorResetPartsFragment;
  readonly onDone: () => void;
}

/** One request: who, what happened, from where, who has approved, and what can be said now. */
export function ResetCard({ reset, onDone }: ResetCardProps): ReactNode {
  const say = useResetWords();
  const { viewer } = useSession();
  const [asked, setAsked] = useState<Act>();
  const hasApproved = reset.approvals.some(({ byUserId }) => byUserId === viewer.id);
  return (
    <article className={`pv-panel ${classes.card}`}>
      <div className={classes.cardHead}>
        <h2>{say('line', { name: reset.name })}</h2>
        <StatusChip tone="warning">
          {reset.state === 'GRANTED' ? say('granted') : say('approved', { count: reset.approvals.length })}
        </StatusChip>
      </div>
      <p>{say('quoted', { reason: reset.reason })}</p>
      <p className={classes.faint}>
        {reset.email} · {say('asked')} <DateText value={reset.askedAt} />
        {reset.askedFrom && ` ${say('from', { place: reset.askedFrom })}`}
      </p>
      {reset.approvals.map(({ byUserId, byName, reason }) => (
        <p key={byUserId}>{say('approvedBy', { name: byName, reason })}</p>
      ))}
      {reset.effectiveAt && (
        <p>
          {say('effective')} <DateText value={reset.effectiveAt} look="exact" />
        </p>
      )}
      <div className={classes.acts}>
        {reset.state === 'WAITING' && !hasApproved && (
          <Button onClick={() => setAsked('approve')}>{say('approve')}</Button>
        )}
        <Button variant="subtle" color="red" onClick={() => setAsked('stop')}>
          {say('stop')}
        </Button>
      </div>
      {asked && <Decision reset={reset} act={asked} onDone={onDone} onClose={() => setAsked(undefined)} />}
    </article>
  );
}

interface DecisionProps extends ResetCardProps {
  readonly act: Act;
  readonly onClose: () => void;
}

function Decision({ reset: { id: resetId, name }, act, onDone, onClose }: DecisionProps): ReactNode {
  const say = useResetWords();
  const toast = useToast();
  const withProof = useProof();
  const [approve] = useMutation(ApproveFactorResetDocument);
  const [stop] = useMutation(StopFactorResetDocument);
  const send = async (reason: string): Promise<FactorResetAnswerFragment | undefined> => {
    const variables = { input: { resetId, reason } };
    return act === 'approve'
      ? (await approve({ variables })).data?.approveFactorReset
      : (await stop({ variables })).data?.stopFactorReset;
  };
  const confirm = async (reason: string): Promise<FormOutcome | undefined> => {
    const answer = await withProof(() => send(reason)).catch(() => undefined);
    if (!answer) return { kind: 'failed' };
    if (answer.__typename === 'ProtectionRefused')
      return answer.code === 'reason-unfit'
        ? { kind: 'field-errors', errors: [{ fieldId: 'act-reason', message: answer.message }] }
        : { kind: 'refused', message: answer.message, nextStep: answer.nextStep };
    toast({ message: say(`${act}Done`) });
    onClose();
    onDone();
    return undefined;
  };
  return (
    <ReasonDialog
      title={say(`${act}Title`, { name })}
      text={say(`${act}Text`)}
      confirmLabel={say(act)}
      destructive={act === 'stop'}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
