import { Notice } from '@parvis/ui/display/notice';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import { useWords } from './words.js';

/** What goes on now, for as long as it does; nobody has to stay for it. */
export function RunningNotice({ startedAt }: { readonly startedAt: string }): ReactNode {
  const say = useWords();
  const { ago } = useDisplay();
  return (
    <Notice live tone="info" title={say('running', { ago: ago(startedAt) })}>
      {say('runningText')}
    </Notice>
  );
}
