import type { CheckPoint, Unavailable } from '@parvis/application/accounting/accounting-connector';
import type { Bilingual } from '@parvis/domain/display/language';
import type { Result } from '@parvis/domain/result/result';
import type { ConnectorTools } from './connector-tools.js';
import type { SettingsFault } from './settings-fault.js';

/** One step of setting a connection up: a few fields, and a live test of them. */
export interface SetUpStep {
  /** `reach`, `books`, `mapping`… */
  readonly key: string;
  readonly title: Bilingual;
  /** Where a person finds what is asked, and why it is needed. */
  readonly help: Bilingual;
  readonly fields: readonly SettingsField[];
  /**
   * Tries what is known so far: `raw` holds the fields of this step and of those before, secrets included. Faults name
   * fields of this step only. Absent where there is nothing to try.
   */
  test?(
    raw: unknown,
    tools: ConnectorTools,
  ): Promise<Result<StepFindings | Unavailable, readonly SettingsFault[]>>;
}

/** A field of a connection's settings, as the pages draw it. */
export type SettingsField = {
  /** Its name in the settings. */
  readonly name: string;
  readonly label: Bilingual;
  readonly help?: Bilingual;
  /** While it is shown. */
  readonly required: boolean;
  /** Shown, and required, only while another field has this value. */
  readonly when?: ShownWhen;
} /** All arrive as text; a number without spaces, with a point. */ & (
  | { readonly type: 'text' | 'url' | 'number'; readonly placeholder?: string }
  /** Written once, never shown again; stored under `secrets`, sealed. Several lines for keys and certificates. */
  | { readonly type: 'secret'; readonly multiline?: boolean }
  | { readonly type: 'flag' }
  | {
      readonly type: 'choice';
      readonly choices: readonly { readonly value: string; readonly label: Bilingual }[];
    }
  /** One of what the live test of an earlier step found, or typed. */
  | { readonly type: 'lookUp' }
  /** Rows of such fields: account rules, taxes by rate. The first row that fits counts. */
  | { readonly type: 'rows'; readonly columns: readonly SettingsField[] }
);

export interface ShownWhen {
  /** Name of a field of type `choice`, of this step or one before. */
  readonly field: string;
  readonly is: string;
}

/** What a look at the system found so far, while a person sets the connection up. */
export interface StepFindings {
  readonly points: readonly CheckPoint[];
  /** What the system offers for a field, such as its journals and accounts: to be chosen instead of typed. */
  readonly choices?: Readonly<Record<string, readonly Choice[]>>;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}
