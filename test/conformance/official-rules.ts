import { readFileSync } from 'node:fs';
import type { Severity } from '@parvis/domain/rules/fault';

/** A rule of the official EN 16931 artefacts, with its severity in each syntax that has it. */
export interface OfficialRule {
  readonly id: string;
  readonly ubl?: Severity;
  readonly cii?: Severity;
  /** Syntaxes in which no document breaks it. */
  readonly neverFires?: readonly ('ubl' | 'cii')[];
}

export const officialRules: readonly OfficialRule[] = JSON.parse(
  readFileSync(new URL('official-rules.json', import.meta.url), 'utf8'),
).rules;
