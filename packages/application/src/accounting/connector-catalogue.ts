import type { Bilingual } from '@parvis/domain/display/language';
import type { Result } from '@parvis/domain/result/result';
import type { CheckPoint, Unavailable } from './accounting-connector.js';

/** The kinds of accounting systems that this installation can be connected to. */
export interface ConnectorCatalogue {
  /** In the order in which they are offered. */
  readonly kinds: readonly OfferedKind[];
  /** What cannot be used in these settings, secrets among them; empty when all is well. The kind is a known one. */
  faultsOf(system: string, settings: ConnectionSettings): readonly SettingsFault[];
  /** The live test of one step. The kind and the step are known ones, and the step has a test. */
  tryStep(
    asked: {
      readonly structureId: string;
      readonly system: string;
      readonly step: string;
      readonly timeoutMs: number;
    },
    settings: ConnectionSettings,
  ): Promise<Result<StepFound | Unavailable, readonly SettingsFault[]>>;
}

/** Field by field as the form gives them, secrets beside the others. */
export type ConnectionSettings = Readonly<Record<string, unknown>>;

export interface OfferedKind {
  readonly system: string;
  readonly label: string;
  readonly description: Bilingual;
  readonly capabilities: {
    readonly attachments: boolean;
    readonly reasons: boolean;
    readonly paymentSteps: boolean;
    readonly uniqueInTarget: boolean;
  };
  readonly steps: readonly OfferedStep[];
  readonly statusWords: readonly { readonly word: string; readonly meaning: Bilingual }[];
}

export interface OfferedStep {
  readonly key: string;
  readonly title: Bilingual;
  readonly help: Bilingual;
  readonly hasTest: boolean;
  readonly fields: readonly OfferedField[];
}

export const fieldTypes = ['text', 'url', 'number', 'secret', 'flag', 'choice', 'lookUp', 'rows'] as const;

export type FieldType = (typeof fieldTypes)[number];

export interface OfferedField {
  readonly name: string;
  readonly label: Bilingual;
  readonly help?: Bilingual;
  /** While it is shown. */
  readonly required: boolean;
  /** Shown, and required, only while another field has this value. */
  readonly when?: { readonly field: string; readonly is: string };
  readonly type: FieldType;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: Bilingual }[];
  readonly columns?: readonly OfferedField[];
}

export interface SettingsFault {
  /** `url`, `accounts.0.code`…; `connection.name` for what every connection has. */
  readonly field: string;
  readonly code: 'missing' | 'unknown' | 'malformed' | 'used';
  readonly message: Bilingual;
}

/** What a look at the system found: how things are, and what it offers for a field. */
export interface StepFound {
  readonly points: readonly CheckPoint[];
  readonly choices?: Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>;
}

/** The fields of a kind that are written once and never shown. */
export const secretFieldsOf = ({ steps }: OfferedKind): readonly string[] =>
  steps.flatMap(({ fields }) => fields).flatMap(({ type, name }) => (type === 'secret' ? [name] : []));
