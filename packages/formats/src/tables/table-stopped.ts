import type { TableProblem, TableReading } from '@parvis/domain/tables/table';
import { ReadingStopped } from '../reading/read-fault.js';

/** Thrown inside a reader of tables to stop at once; `stoppedOr` makes it an answer. */
export class TableStopped extends Error {
  constructor(
    readonly problem: TableProblem,
    readonly line?: number,
  ) {
    super(problem);
  }
}

/** What a reader gives, or why it stopped. Other errors are bugs of ours and pass. */
export const stoppedOr = (read: () => TableReading): TableReading => {
  try {
    return read();
  } catch (error) {
    if (error instanceof TableStopped)
      return { ok: false, problem: error.problem, ...(error.line === undefined ? {} : { line: error.line }) };
    if (error instanceof ReadingStopped)
      return {
        ok: false,
        problem: error.fault.rule === 'PV-READ-TOO-COMPLEX' ? 'too-complex' : 'broken',
      };
    throw error;
  }
};
