import { Button } from '@parvis/ui/acts/button';
import type { ReactNode } from 'react';
import classes from './deposit.module.css';
import { countIn, type Desk, type DeskEvent } from './deposit-desk.js';
import { useWords } from './words.js';

export interface SendActsProps {
  readonly cards: Desk;
  readonly dispatch: (event: DeskEvent) => void;
}

/** Sends all that is ready at once, and again all that went without an answer. */
export function SendActs({ cards, dispatch }: SendActsProps): ReactNode {
  const say = useWords();
  const [ready, unsent] = [countIn(cards, 'ready'), countIn(cards, 'unsent')];
  if (ready + unsent === 0) return null;
  return (
    <div className={classes.acts}>
      {unsent > 0 && (
        <Button
          size="md"
          variant={ready > 0 ? 'default' : 'filled'}
          onClick={() => dispatch({ kind: 'allSendAskedAgain' })}
        >
          {say('sendAllAgain', { count: unsent })}
        </Button>
      )}
      {ready > 0 && (
        <Button size="md" onClick={() => dispatch({ kind: 'allSendAsked' })}>
          {say('sendAll', { count: ready })}
        </Button>
      )}
    </div>
  );
}
