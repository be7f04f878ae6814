import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../acts/button.js';
import { CopyText } from '../display/copy-text.js';
import { useWords } from '../language/language.js';
import { StatePanel } from './state-panel.js';

export interface BrokenStateProps {
  readonly title?: string | undefined;
  /** What failed, in words. */
  readonly what: ReactNode;
  /** Was something typed that may not have been kept? `false` says that nothing is lost. */
  readonly lost?: boolean | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** To quote to support. */
  readonly reference?: string | undefined;
  readonly wholePage?: boolean | undefined;
}

/** What failed, whether anything was lost, a way to try again and a reference to quote. */
export function BrokenState(props: BrokenStateProps) {
  const { title, what, lost = false, onRetry, reference, wholePage } = props;
  const words = useWords();
  return (
    <StatePanel
      icon={<IconPlugConnectedX size={24} stroke={1.6} />}
      tone="danger"
      role="alert"
      wholePage={wholePage}
      title={title ?? words.brokenTitle}
      actions={onRetry && <Button onClick={onRetry}>{words.retry}</Button>}
    >
      <p>{what}</p>
      <p>{lost ? words.maybeLost : words.nothingLost}</p>
      {reference && (
        <p>
          {words.reference} : <CopyText value={reference} label={words.reference} />
        </p>
      )}
    </StatePanel>
  );
}
