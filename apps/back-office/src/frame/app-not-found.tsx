import { Link } from '@parvis/ui/link/link';
import { EmptyState } from '@parvis/ui/states/empty-state';
import type { ReactNode } from 'react';
import { paths } from '../paths.js';
import { useWords } from './words.js';

export function AppNotFound(): ReactNode {
  const say = useWords();
  return (
    <EmptyState
      wholePage
      title={say('notFoundTitle')}
      why={say('notFoundText')}
      firstStep={
        <Link href={paths.inbox} className="pv-link">
          {say('goHome')}
        </Link>
      }
    />
  );
}
