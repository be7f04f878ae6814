import { Button } from '@parvis/ui/acts/button';
import { FileButton } from '@parvis/ui/documents/file-button';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import type { ReactNode } from 'react';
import { paths } from '../../paths.js';
import classes from './deposit.module.css';
import type { CardEvent, FirstInvoice, Life } from './deposit-card.js';
import { useWords } from './words.js';

export interface CardActsProps {
  readonly life: Life;
  readonly onEvent: (event: CardEvent) => void;
  readonly onReplace: (file: File) => void;
}

/** What can be done with a file now: send it, correct it, try again, follow it. */
export function CardActs(props: CardActsProps): ReactNode {
  const act = <Act {...props} />;
  return ['queued', 'checking'].includes(props.life.stage) ? null : <div className={classes.acts}>{act}</div>;
}

function Act({ life, onEvent, onReplace }: CardActsProps): ReactNode {
  const say = useWords();
  switch (life.stage) {
    case 'ready':
      return <Button onClick={() => onEvent({ kind: 'sendAsked' })}>{say('send')}</Button>;
    case 'sendQueued':
    case 'sending':
      return (
        <SubmitButton sending sendingLabel={say('sending')} onClick={() => undefined}>
          {say('sending')}
        </SubmitButton>
      );
    case 'unanswered':
      return <Button onClick={() => onEvent({ kind: 'sendAsked' })}>{say('sendAgain')}</Button>;
    case 'uncheckable':
      return (
        <Button variant="default" onClick={() => onEvent({ kind: 'checkAskedAgain' })}>
          {say('checkAgain')}
        </Button>
      );
    case 'faulty':
      return <Replace first={life.verdict.numberAlreadyUsedBy} onReplace={onReplace} />;
    case 'sent':
      return <OpenInvoice id={life.receipt.invoice.id} label={say('open')} />;
    case 'duplicate':
      return <Replace first={life.first} onReplace={onReplace} />;
    default:
      return null;
  }
}

interface ReplaceProps extends Pick<CardActsProps, 'onReplace'> {
  /** The invoice that bears the number already, when the person may see it. */
  readonly first: FirstInvoice;
}

function Replace({ first, onReplace }: ReplaceProps): ReactNode {
  const say = useWords();
  return (
    <>
      {first && <OpenInvoice id={first.id} label={say('openFirst')} />}
      <FileButton accept=".xml,.pdf" onFile={onReplace}>
        {say('replace')}
      </FileButton>
    </>
  );
}

function OpenInvoice({ id, label }: { readonly id: string; readonly label: string }): ReactNode {
  return (
    <Button href={paths.invoice(id)} variant="default">
      {label}
    </Button>
  );
}
