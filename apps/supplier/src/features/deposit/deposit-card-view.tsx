import { CloseButton } from '@mantine/core';
import { LifeLine } from '@parvis/ui/display/life-line';
import type { ReactNode } from 'react';
import { CardActs } from './card-acts.js';
import { CardBody } from './card-body.js';
import classes from './deposit.module.css';
import { type CardEvent, type DepositCard, isRemovable } from './deposit-card.js';
import { lifeSteps } from './life-steps.js';
import { useWords } from './words.js';

export interface DepositCardViewProps {
  readonly card: DepositCard;
  readonly onEvent: (event: CardEvent) => void;
  readonly onRemove: () => void;
  /** The corrected file takes the place of this one. */
  readonly onReplace: (file: File) => void;
}

/** One file and its life: read, checked, sent, or what is wrong and what to do. */
export function DepositCardView({ card, onEvent, onRemove, onReplace }: DepositCardViewProps): ReactNode {
  const say = useWords();
  const { file, life } = card;
  const steps = lifeSteps(life).map(({ key, state }) => ({ key, state, label: say(`step_${key}`) }));
  const number = 'verdict' in life ? life.verdict.summary?.number : undefined;
  return (
    <li className={classes.card} data-stage={life.stage}>
      <div className={classes.head}>
        <div className={classes.name}>
          <strong>{number ?? file.name}</strong>
          {number && <span className={classes.file}>{file.name}</span>}
        </div>
        <LifeLine label={file.name} steps={steps} />
        {isRemovable(card) && (
          <CloseButton aria-label={say('remove', { name: file.name })} onClick={onRemove} />
        )}
      </div>
      <CardBody life={life} />
      <CardActs life={life} onEvent={onEvent} onReplace={onReplace} />
    </li>
  );
}
