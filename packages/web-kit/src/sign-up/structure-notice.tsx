import { Notice } from '@parvis/ui/display/notice';
import type { ReactNode } from 'react';
import type { FoundStructure } from './use-structure.js';
import { useSignUpWords } from './words.js';

/** What will come of the SIRET, said while one goes on. Its place is always there, so that screen readers hear it. */
export function StructureNotice({ loading, found }: FoundStructure): ReactNode {
  const say = useSignUpWords();
  return (
    <div role="status">
      {loading && <p>{say('lookingUp')}</p>}
      {found && <Notice tone={toneOf(found.kind)}>{found.message}</Notice>}
    </div>
  );
}

const toneOf = (kind: string): 'info' | 'success' | 'warning' =>
  kind === 'EXISTING' ? 'info' : kind === 'NEW' ? 'success' : 'warning';
