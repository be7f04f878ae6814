import { say } from '@parvis/domain/display/language';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { day, optional } from './cell-readers.js';
import { asDay } from './cell-writers.js';
import type { ImportColumn, RowFault } from './import-plan.js';

interface Valid {
  readonly validFrom?: CalendarDate;
  readonly validUntil?: CalendarDate;
}

type DayColumn = ImportColumn<Valid, CalendarDate | undefined>;

const asDays = {
  required: false,
  kind: 'day',
  width: 13,
  absent: undefined,
  read: optional(day),
  write: asDay,
} as const;

/** From when to when something holds: the same two columns in every file. */
export const validityColumns: { readonly from: DayColumn; readonly until: DayColumn } = {
  from: {
    ...asDays,
    header: say('Valide du', 'Valid from'),
    also: ['debut de validite', 'date de debut', 'debut', 'from'],
    of: ({ validFrom }) => validFrom,
  },
  until: {
    ...asDays,
    header: say('Valide au', 'Valid until'),
    also: ['fin de validite', 'date de fin', 'fin', 'until'],
    of: ({ validUntil }) => validUntil,
  },
};

/** It does not end before it begins. */
export const validityFaults = ({ validFrom, validUntil }: Valid): RowFault<{ readonly until: unknown }>[] =>
  validFrom !== undefined && validUntil !== undefined && validUntil < validFrom
    ? [{ column: 'until', cause: 'validity-reversed' }]
    : [];
