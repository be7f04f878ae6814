import { Button } from '@parvis/ui/acts/button';
import { Notice } from '@parvis/ui/display/notice';
import { FileDrop } from '@parvis/ui/documents/file-drop';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { useToast } from '@parvis/ui/toast/toasts';
import type { ReactNode } from 'react';
import classes from './deposit.module.css';
import { isUnsent } from './deposit-card.js';
import { DepositCardView } from './deposit-card-view.js';
import { countIn, holds } from './deposit-desk.js';
import { DeskSummary } from './desk-summary.js';
import { MAXIMUM_BYTES } from './file-content.js';
import { layCards } from './lay-cards.js';
import { SendActs } from './send-acts.js';
import { SupplierChoice } from './supplier-choice.js';
import { useDepositDesk } from './use-deposit-desk.js';
import { useOnline } from './use-online.js';
import { useSupplierChoice } from './use-supplier-choice.js';
import { WhomFor } from './whom-for.js';
import { useWords } from './words.js';

const KINDS = '.xml,.pdf,application/xml,text/xml,application/pdf';

/** Up to here each card shows all that was read; more are folded to a line. */
const FEW = 5;

/** Drop anything: each file tells its life, nothing faulty leaves, the good ones do not wait for the bad. */
export function DepositPage(): ReactNode {
  const say = useWords();
  const show = useToast();
  const [cards, dispatch] = useDepositDesk();
  const choice = useSupplierChoice();
  const online = useOnline();

  const lay = (files: readonly File[]): void => {
    if (files.some((file) => holds(cards, file))) show({ message: say('alreadyThere'), tone: 'info' });
    dispatch({ kind: 'cardsLaid', cards: layCards(files, choice.supplierId) });
  };

  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('intro')}
        mainAct={<SendActs cards={cards} dispatch={dispatch} />}
      />
      {!online && (
        <div className={classes.offline}>
          <Notice tone="warning" title={say('offline')} live />
        </div>
      )}
      <WhomFor />
      <SupplierChoice {...choice} />
      <FileDrop
        onFiles={lay}
        accept={KINDS}
        maximumBytes={MAXIMUM_BYTES}
        hint={say('dropHint')}
        compact={cards.length > 0}
      />
      {cards.length > 0 && (
        <div className={classes.bar}>
          <DeskSummary cards={cards} />
          {countIn(cards, 'sent') > 0 && (
            <Button variant="subtle" size="compact-md" onClick={() => dispatch({ kind: 'sentCleared' })}>
              {say('clearSent')}
            </Button>
          )}
        </div>
      )}
      <ol className={classes.cards}>
        {cards.map((card) => (
          <DepositCardView
            key={card.id}
            card={card}
            wide={cards.length <= FEW}
            onEvent={(event) => dispatch({ kind: 'cardMoved', id: card.id, event })}
            onRemove={() => dispatch({ kind: 'cardRemoved', id: card.id })}
            onReplace={(file) => {
              dispatch({ kind: 'cardRemoved', id: card.id });
              lay([file]);
            }}
          />
        ))}
      </ol>
      {cards.some(isUnsent) && <Notice tone="neutral">{say('keptHere')}</Notice>}
    </>
  );
}
