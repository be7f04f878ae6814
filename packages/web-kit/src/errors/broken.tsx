import { BrokenState } from '@parvis/ui/states/broken-state';
import { EmptyState } from '@parvis/ui/states/empty-state';
import type { ReactNode } from 'react';
import { isUnreachable, referenceOf, refusalIn } from './failure.js';
import { useErrorWords } from './words.js';

export interface BrokenProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Nothing else is on the page. */
  readonly wholePage?: boolean;
}

/** Instead of what could not be loaded: why, whether anything was lost, a way to try again, the reference; or the lawful no. */
export function Broken({ error, onRetry, wholePage }: BrokenProps): ReactNode {
  const say = useErrorWords();
  const refusal = refusalIn(error);
  if (refusal) return <EmptyState title={refusal.message} why={refusal.nextStep} wholePage={wholePage} />;
  return (
    <BrokenState
      what={say(isUnreachable(error) ? 'unreachable' : 'failed')}
      onRetry={onRetry}
      wholePage={wholePage}
      reference={referenceOf(error)}
    />
  );
}
