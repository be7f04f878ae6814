import type { Fault } from '@parvis/domain/rules/fault';

/** What can be wrong with a file before any rule of invoicing speaks. */
export type ReadFaultId =
  | 'PV-READ-EMPTY'
  | 'PV-READ-TOO-LARGE'
  | 'PV-READ-TOO-COMPLEX'
  | 'PV-READ-UNKNOWN-FORMAT'
  | 'PV-READ-NOT-AN-INVOICE'
  | 'PV-READ-UNSUPPORTED-VERSION'
  | 'PV-READ-PROFILE-TOO-POOR'
  | 'PV-READ-ENCODING'
  | 'PV-READ-NOT-WELL-FORMED'
  | 'PV-READ-DOCTYPE'
  | 'PV-READ-NUMBER'
  | 'PV-READ-DATE'
  | 'PV-READ-INDICATOR'
  | 'PV-READ-REPEATED'
  | 'PV-READ-PDF-WITHOUT-XML'
  | 'PV-READ-PDF-TWO-INVOICES'
  | 'PV-READ-PDF-BROKEN'
  | 'PV-READ-PDF-ENCRYPTED'
  | 'PV-READ-PDF-CONFORMANCE'
  | 'PV-READ-PDF-ACTIVE-CONTENT';

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
