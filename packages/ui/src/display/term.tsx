import type { ReactNode } from 'react';
import { Explained } from './explained.js';

export interface TermProps {
  readonly children: ReactNode;
  /** One sentence a newcomer understands. */
  readonly explanation: ReactNode;
}

/** A word of the trade with its explanation: "cadre de facturation". */
export function Term({ children, explanation }: TermProps) {
  return <Explained explanation={explanation}>{children}</Explained>;
}
