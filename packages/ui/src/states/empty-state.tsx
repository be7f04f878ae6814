import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StatePanel } from './state-panel.js';

export interface EmptyStateProps {
  readonly title: string;
  /** Why there is nothing. */
  readonly why: ReactNode;
  /** What to do first: a button or a link. */
  readonly firstStep?: ReactNode;
  readonly icon?: ReactNode;
  readonly wholePage?: boolean | undefined;
}

/** Nothing here, why, and what to do first. */
export function EmptyState({ title, why, firstStep, icon, wholePage }: EmptyStateProps) {
  return (
    <StatePanel
      icon={icon ?? <IconInbox size={24} stroke={1.6} />}
      title={title}
      actions={firstStep}
      wholePage={wholePage}
    >
      <p>{why}</p>
    </StatePanel>
  );
}
