import { DateText } from '@parvis/ui/display/date-text';
import { StatusChip } from '@parvis/ui/display/status-chip';
import type { Tone } from '@parvis/ui/display/tone';
import type { ReactNode } from 'react';
import type { JoinRequestPartsFragment, JoinRequestState } from '../gql/graphql.js';
import classes from './people.module.css';
import { usePeopleWords } from './words.js';

const tones: Readonly<Record<JoinRequestState, Tone>> = {
  WAITING: 'warning',
  APPROVED: 'success',
  REFUSED: 'danger',
  WITHDRAWN: 'neutral',
  EXPIRED: 'neutral',
};

export interface RequestCardProps {
  readonly request: JoinRequestPartsFragment;
  readonly title: string;
  readonly subtitle?: string;
  /** The acts that are open. */
  readonly children?: ReactNode;
}

/** One request: who, since when, who has seen it, how it was answered. */
export function RequestCard({ request, title, subtitle, children }: RequestCardProps): ReactNode {
  const say = usePeopleWords();
  const { state, askedAt, message, seenByName, reason } = request;
  return (
    <article className={`pv-panel ${classes.card}`}>
      <div className={classes.cardHead}>
        <h2>{title}</h2>
        <StatusChip tone={tones[state]}>{say(`state_${state}`)}</StatusChip>
      </div>
      <p className={classes.faint}>
        {subtitle && `${subtitle} · `}
        {say('asked')} <DateText value={askedAt} /> ·{' '}
        {seenByName ? say('seenBy', { name: seenByName }) : say('notSeen')}
      </p>
      {message && <p>{say('message', { message })}</p>}
      {reason && <p>{say('refusedBecause', { reason })}</p>}
      {children && <div className={classes.acts}>{children}</div>}
    </article>
  );
}
