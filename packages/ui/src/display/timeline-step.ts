import type { ReactNode } from 'react';
import type { Tone } from './tone.js';

export interface TimelineStep {
  readonly key: string;
  /** "Suspendue : il manque un justificatif" */
  readonly title: ReactNode;
  /** Official code, small. */
  readonly code?: string | undefined;
  readonly tone?: Tone | undefined;
  readonly at: Date | string;
  /** Who did it: "Claire Vasseur, Centre hospitalier de Valmont". */
  readonly who?: ReactNode;
  readonly reason?: ReactNode;
  /** In the person's own words. */
  readonly comment?: string | undefined;
  readonly documents?:
    | readonly { readonly key: string; readonly label: string; readonly href: string }[]
    | undefined;
  /** The word of the system it came from: "Tryton : posted". */
  readonly source?: string | undefined;
}
