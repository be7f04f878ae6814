import type { CalendarDate } from '../invoice/invoice.js';
import { accept, type Result, refuse } from '../result/result.js';
import { addDays } from '../time/paris.js';
import { parseTypedSiret, type SiretProblem } from './identifiers/siret-identifier.js';
import type { Siret } from './siret.js';
import type { StructureIdentifier } from './structure-identifier.js';

/** What people type to move their structure to another SIRET. */
export interface MoveDraft {
  readonly siret: string;
  /** The first day of the new SIRET. */
  readonly movedOn: string;
  /** The last day on which invoices naming the old identifier are taken in. */
  readonly acceptedUntil: string;
  readonly reason: string;
}

export interface MoveFault {
  readonly field: keyof MoveDraft;
  readonly code: MoveFaultCode;
}

export type MoveFaultCode =
  | SiretProblem
  | 'siret-same'
  | 'day-malformed'
  | 'moved-in-future'
  | 'accepted-until-past'
  | 'accepted-too-long'
  | 'reason-missing'
  | 'text-too-long';

export interface Move {
  readonly siret: Siret;
  readonly movedOn: CalendarDate;
  readonly acceptedUntil: CalendarDate;
  readonly reason: string;
}

/** Beyond a year nobody remembers that two SIRETs are one structure. */
export const LONGEST_TRANSITION_DAYS = 366;

/** Half a year lets every supplier send the invoices that are under way. */
export const usualTransitionEnd = (today: CalendarDate): CalendarDate => addDays(today, 182);

const LONGEST_REASON = 500;

/** The move that was typed, or every fault at once. */
export const parseMove = (
  draft: MoveDraft,
  from: StructureIdentifier,
  today: CalendarDate,
): Result<Move, readonly MoveFault[]> => {
  const siret = parseTypedSiret(draft.siret);
  const faults: MoveFault[] = [
    ...(siret.ok ? [] : [told('siret', siret.refusal)]),
    ...(siret.ok && from.type === 'SIRET' && from.value === siret.value ? [told('siret', 'siret-same')] : []),
    ...movedOnFaults(draft.movedOn, today),
    ...acceptedUntilFaults(draft.acceptedUntil, today),
    ...reasonFaults(draft.reason),
  ];
  if (!siret.ok || faults.length > 0) return refuse(faults);
  const { movedOn, acceptedUntil } = draft;
  return accept({ siret: siret.value, movedOn, acceptedUntil, reason: draft.reason.trim() });
};

/** From this moment on the structure is known under the new SIRET: a later day would leave it with none that works. */
const movedOnFaults = (day: string, today: CalendarDate): MoveFault[] => {
  if (!isDay(day)) return [told('movedOn', 'day-malformed')];
  return day > today ? [told('movedOn', 'moved-in-future')] : [];
};

const acceptedUntilFaults = (day: string, today: CalendarDate): MoveFault[] => {
  if (!isDay(day)) return [told('acceptedUntil', 'day-malformed')];
  if (day < today) return [told('acceptedUntil', 'accepted-until-past')];
  return day > addDays(today, LONGEST_TRANSITION_DAYS) ? [told('acceptedUntil', 'accepted-too-long')] : [];
};

const reasonFaults = (reason: string): MoveFault[] => {
  if (reason.trim() === '') return [told('reason', 'reason-missing')];
  return reason.trim().length > LONGEST_REASON ? [told('reason', 'text-too-long')] : [];
};

const told = (field: keyof MoveDraft, code: MoveFaultCode): MoveFault => ({ field, code });

const isDay = (text: string): boolean => {
  if (!/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
};
