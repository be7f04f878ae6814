import type { Life, Stage } from './deposit-card.js';

export type Step = 'read' | 'checked' | 'sent';
type State = 'done' | 'current' | 'waiting' | 'failed';

/** The three steps of a card's life, as its line shows them. */
export const lifeSteps = (life: Life): readonly { readonly key: Step; readonly state: State }[] => {
  const [read, checked, sent] =
    life.stage === 'faulty' && !life.verdict.summary
      ? (['failed', 'waiting', 'waiting'] as const)
      : states[life.stage];
  return [
    { key: 'read', state: read },
    { key: 'checked', state: checked },
    { key: 'sent', state: sent },
  ];
};

const states: Record<Stage, readonly [State, State, State]> = {
  queued: ['waiting', 'waiting', 'waiting'],
  checking: ['current', 'waiting', 'waiting'],
  uncheckable: ['failed', 'waiting', 'waiting'],
  faulty: ['done', 'failed', 'waiting'],
  ready: ['done', 'done', 'waiting'],
  sendQueued: ['done', 'done', 'current'],
  sending: ['done', 'done', 'current'],
  unanswered: ['done', 'done', 'failed'],
  sent: ['done', 'done', 'done'],
  duplicate: ['done', 'done', 'failed'],
};
