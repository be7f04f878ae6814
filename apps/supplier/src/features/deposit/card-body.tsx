import { CopyText } from '@parvis/ui/display/copy-text';
import { Notice } from '@parvis/ui/display/notice';
import { ProgressBar } from '@parvis/ui/display/progress-bar';
import { FaultList } from '@parvis/ui/faults/fault-list';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { faultItems } from '@parvis/web-kit/faults/fault-items';
import type { ReactNode } from 'react';
import classes from './deposit.module.css';
import type { Life, Receipt, Trouble, Verdict } from './deposit-card.js';
import { ReadSummary } from './read-summary.js';
import { useWords } from './words.js';

export interface CardBodyProps {
  readonly life: Life;
  /** Shows what was read field by field; one line when there are many files. */
  readonly wide: boolean;
}

/** What there is to say about a file at this stage of its life. */
export function CardBody({ life, wide }: CardBodyProps): ReactNode {
  const say = useWords();
  switch (life.stage) {
    case 'queued':
      return <p className={classes.note}>{say('queued')}</p>;
    case 'checking':
      return <Checking share={life.share} />;
    case 'uncheckable':
      return <Troubled title={say('uncheckable')} trouble={life.trouble} otherwise={say('unreachable')} />;
    case 'faulty':
      return <Faulty verdict={life.verdict} wide={wide} />;
    case 'ready':
    case 'sendQueued':
    case 'sending':
      return <Ready verdict={life.verdict} wide={wide} />;
    case 'unanswered':
      return <Troubled title={say('unanswered')} trouble={life.trouble} otherwise={say('unansweredText')} />;
    case 'sent':
      return <Sent receipt={life.receipt} />;
    case 'duplicate':
      return <AlreadyDeposited life={life} wide={wide} />;
  }
}

function Checking({ share }: { readonly share: number | undefined }): ReactNode {
  const say = useWords();
  if (share === undefined || share === 1) return <p className={classes.note}>{say('checking')}</p>;
  return (
    <div className={classes.note}>
      {say('uploading')}
      <ProgressBar share={share} label={say('uploading')} />
    </div>
  );
}

interface TroubledProps {
  readonly title: string;
  readonly trouble: Trouble;
  /** Said when the gateway gave no sentence of its own. */
  readonly otherwise: string;
}

function Troubled({ title, trouble, otherwise }: TroubledProps): ReactNode {
  return (
    <Notice tone="warning" title={trouble.message ?? title} live>
      {trouble.message ? trouble.nextStep : otherwise}
    </Notice>
  );
}

interface JudgedProps {
  readonly verdict: Verdict;
  readonly wide: boolean;
}

function Faulty({ verdict, wide }: JudgedProps): ReactNode {
  const say = useWords();
  const items = faultItems(verdict.faults);
  const title = say('faulty', { count: items.filter(({ severity }) => severity === 'blocking').length });
  return (
    <>
      <ReadSummary verdict={verdict} open={wide} />
      <h2 className={classes.faultsTitle}>{title}</h2>
      <FaultList label={title} faults={items} />
    </>
  );
}

function Ready({ verdict, wide }: JudgedProps): ReactNode {
  const say = useWords();
  return (
    <>
      <ReadSummary verdict={verdict} open={wide} />
      {verdict.faults.length > 0 && (
        <details className={classes.advice}>
          <summary>{say('warningsTitle')}</summary>
          <FaultList label={say('warningsTitle')} faults={faultItems(verdict.faults)} />
        </details>
      )}
    </>
  );
}

interface AlreadyDepositedProps {
  readonly life: Extract<Life, { stage: 'duplicate' }>;
  readonly wide: boolean;
}

function AlreadyDeposited({ life, wide }: AlreadyDepositedProps): ReactNode {
  const say = useWords();
  return (
    <>
      <ReadSummary verdict={life.verdict} open={wide} />
      <Notice tone="warning" title={say('duplicate')} live>
        {[life.message, life.nextStep].filter(Boolean).join(' ')}
      </Notice>
    </>
  );
}

function Sent({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const say = useWords();
  const { instant } = useDisplay();
  const { invoice, depositedAt, documentSha256, repeated } = receipt;
  const facts = { number: invoice.number, instant: instant(depositedAt) };
  return (
    <Notice tone="success" title={say(repeated ? 'receiptRepeated' : 'receipt', facts)} live>
      <span className={classes.hash}>
        {say('receiptHash')} <CopyText value={documentSha256} label={say('receiptHash')} />
      </span>
    </Notice>
  );
}
