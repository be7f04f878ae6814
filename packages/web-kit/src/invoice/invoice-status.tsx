import { officialStatuses } from '@parvis/domain/life-cycle/official-statuses';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { Tone } from '@parvis/ui/display/tone';
import type { InvoiceStatus } from '../gql/graphql.js';
import type { Language } from '../words/i18n.js';
import { looks } from './status-tone.js';

/** The schema writes `SERVICE_CONFIRMED` what the life cycle calls `serviceConfirmed`. */
export const statusOf = (status: InvoiceStatus): Status =>
  status.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as Status;

export const toneOf = (status: InvoiceStatus): Tone => looks[officialStatuses[statusOf(status)].tone];

/** "Suspendue" */
export const statusLabel = (status: InvoiceStatus, language: Language): string =>
  officialStatuses[statusOf(status)].label[language];

/** One line: what the status means for the invoice. */
export const statusExplanation = (status: InvoiceStatus, language: Language): string =>
  officialStatuses[statusOf(status)].explanation[language];
