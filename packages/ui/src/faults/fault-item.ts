import type { ReactNode } from 'react';

export interface FaultItem {
  readonly key: string;
  /** `blocking` stops the sending, `advice` does not. */
  readonly severity: 'blocking' | 'advice';
  /** About how the file is written, for whoever makes the software: told apart, and in short. */
  readonly technical?: boolean | undefined;
  /** The field in words: "Numéro d'engagement". */
  readonly fieldLabel: string;
  /** The value as sent; undefined when it is missing, null when no value is in question but the file itself. */
  readonly found?: string | null | undefined;
  /** What is wrong, in one sentence. */
  readonly message: string;
  readonly why?: string | undefined;
  readonly nextStep?: string | undefined;
  /** The values that would be right. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** The official name of the rule, small: "BR-CO-14". */
  readonly rule: string;
  /** Where in the sender's file. */
  readonly place?: string | undefined;
  /** The mend: a button when it is certain, else the field itself. */
  readonly mend?: ReactNode;
}
