import type { ReactNode } from 'react';

/** What every field shares. `onChange` gives the text itself. */
export interface FieldProps {
  /** Stable, so that an error summary can lead to the field. */
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Under the label: an example, where to find it. */
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly name?: string | undefined;
  readonly autoComplete?: string | undefined;
}
