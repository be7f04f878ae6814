import type { Fault } from '@parvis/domain/rules/fault';
import type { ReaderRuleId } from '@parvis/domain/rules/texts/reader-texts';
import type { SchemaRuleId } from '@parvis/domain/rules/texts/schema-texts';

/** What can be wrong with a file before any rule of invoicing speaks; each has its sentences. */
export type ReadFaultId = ReaderRuleId | SchemaRuleId;

/** A fault of reading: fatal and about the whole file unless said otherwise. */
export const readFault = (rule: ReadFaultId, details: Partial<Omit<Fault, 'rule'>> = {}): Fault => ({
  rule,
  severity: 'fatal',
  terms: [],
  path: '',
  ...details,
});

/** Thrown inside a reader to stop at once; caught by the reader itself, never by its callers. */
export class ReadingStopped extends Error {
  constructor(readonly fault: Fault) {
    super(fault.rule);
  }
}

/** Stops reading with a fault about the whole file. */
export const stopReading = (rule: ReadFaultId, values: Readonly<Record<string, string>> = {}): never => {
  throw new ReadingStopped(readFault(rule, Object.keys(values).length > 0 ? { values } : {}));
};
