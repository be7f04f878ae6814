import { Button } from '@parvis/ui/acts/button';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { IconMapOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { paths } from '../paths.js';
import { useFrameWords } from './words.js';

export function NotFoundPage(): ReactNode {
  const say = useFrameWords();
  return (
    <EmptyState
      icon={<IconMapOff size={24} stroke={1.6} />}
      wholePage
      title={say('notFoundTitle')}
      why={say('notFoundText')}
      firstStep={<Button href={paths.home}>{say('goHome')}</Button>}
    />
  );
}
