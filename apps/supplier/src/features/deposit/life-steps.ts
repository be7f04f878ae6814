import type { Life, Stage } from './deposit-card.js';

type Step = 'read' | 'checked' | 'sent';
/** How a step that did not come off is said: never in the past tense of those that did. */
type Failure = 'unreadable' | 'unread' | 'toCorrect' | 'unsent' | 'duplicate';
type State = 'done' | 'current' | 'waiting' | 'failed';

export interface LifeStep {
  readonly key: Step;
  readonly state: State;
  readonly said: Step | Failure;
}

/** The three steps of a card's life, as its line shows them. */
export const lifeSteps = (life: Life): readonly LifeStep[] => {
  const [read, checked, sent] = isUnreadable(life) ? unreadable : states[life.stage];
  return [stepOf('read', read), stepOf('checked', checked), stepOf('sent', sent)];
};

const isUnreadable = (life: Life): boolean => life.stage === 'faulty' && !life.verdict.summary;

const stepOf = (key: Step, state: State | Failure): LifeStep =>
  isState(state) ? { key, state, said: key } : { key, state: 'failed', said: state };

const isState = (state: State | Failure): state is State =>
  state === 'done' || state === 'current' || state === 'waiting';

type Line = readonly [State | Failure, State | Failure, State | Failure];

const unreadable: Line = ['unreadable', 'waiting', 'waiting'];

const states: Record<Stage, Line> = {
  queued: ['waiting', 'waiting', 'waiting'],
  checking: ['current', 'waiting', 'waiting'],
  uncheckable: ['unread', 'waiting', 'waiting'],
  faulty: ['done', 'toCorrect', 'waiting'],
  ready: ['done', 'done', 'waiting'],
  sendQueued: ['done', 'done', 'current'],
  sending: ['done', 'done', 'current'],
  unanswered: ['done', 'done', 'unsent'],
  sent: ['done', 'done', 'done'],
  duplicate: ['done', 'done', 'duplicate'],
};
