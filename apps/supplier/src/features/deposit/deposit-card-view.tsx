import { CloseButton } from '@parvis/ui/acts/close-button';
import { LifeLine } from '@parvis/ui/display/life-line';
import type { ReactNode } from 'react';
import { CardActs } from './card-acts.js';
import { CardBody } from './card-body.js';
import classes from './deposit.module.css';
import { type CardEvent, type DepositCard, isRemovable, type Life } from './deposit-card.js';
import { lifeSteps } from './life-steps.js';
import { useWords } from './words.js';

export interface DepositCardViewProps {
  readonly card: DepositCard;
  /** There is room for every field that was read. */
  readonly wide: boolean;
  readonly onEvent: (event: CardEvent) => void;
  readonly onRemove: () => void;
  /** The corrected file takes the place of this one. */
  readonly onReplace: (file: File) => void;
}

/** One file and its life: read, checked, sent, or what is wrong and what to do. */
export function DepositCardView(props: DepositCardViewProps): ReactNode {
  const { card, wide, onEvent, onRemove, onReplace } = props;
  const say = useWords();
  const { file, life } = card;
  const steps = lifeSteps(life).map(({ key, state, said }) => ({ key, state, label: say(`step_${said}`) }));
  const number = numberOf(life);
  return (
    <li className={classes.card} data-stage={life.stage}>
      <div className={classes.head}>
        <div className={classes.name}>
          <strong>{number ?? file.name}</strong>
          {number && <span className={classes.file}>{file.name}</span>}
        </div>
        <div className={classes.life}>
          <LifeLine label={file.name} steps={steps} />
        </div>
        {isRemovable(card) && (
          <CloseButton
            className={classes.remove}
            aria-label={say('remove', { name: file.name })}
            onClick={onRemove}
          />
        )}
      </div>
      <CardBody life={life} wide={wide} />
      <CardActs life={life} onEvent={onEvent} onReplace={onReplace} />
    </li>
  );
}

const numberOf = (life: Life): string | null | undefined =>
  life.stage === 'sent'
    ? life.receipt.invoice.number
    : 'verdict' in life
      ? life.verdict.summary?.number
      : undefined;
