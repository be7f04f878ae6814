import { Refused } from '@parvis/connector-kit/failures';
import { formatDate } from '@parvis/domain/display/format';
import { say } from '@parvis/domain/display/language';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { z } from 'zod';
import type { TrytonClient } from '../protocol/tryton-client.js';
import { toDateValue } from '../protocol/values.js';
import type { TrytonSettings } from '../settings.js';
import { readCompany } from './company.js';

/** Whether the books of that day are open. Tryton itself asks only when a bill is validated. */
export const isOpen = async (client: TrytonClient, day: CalendarDate): Promise<boolean> => {
  const date = toDateValue(day);
  const domain = [
    ['fiscalyear.company', '=', await readCompany(client)],
    ['type', '=', 'standard'],
    ['state', '=', 'open'],
    ['start_date', '<=', date],
    ['end_date', '>=', date],
  ];
  const rows = await client.search('account.period', { domain, limit: 1, fields: ['id'] }, z.unknown());
  return rows.length > 0;
};

/** The day to book on where it is not the invoice's own; refuses where no day can be. */
export const bookingDay = async (
  client: TrytonClient,
  issueDate: CalendarDate | undefined,
  { closedPeriod, today }: Pick<TrytonSettings, 'closedPeriod'> & { readonly today: CalendarDate },
): Promise<CalendarDate | undefined> => {
  if (issueDate === undefined || (await isOpen(client, issueDate))) return undefined;
  if (closedPeriod === 'today' && (await isOpen(client, today))) return today;
  throw new Refused(
    'validation-refused',
    say(
      `Aucune période comptable ouverte dans Tryton au ${formatDate(issueDate, 'fr')}. Rouvrez-la, ou choisissez dans les réglages de comptabiliser ces factures à la date du jour.`,
      `No fiscal period is open in Tryton on ${formatDate(issueDate, 'en')}. Open it, or choose in the settings to book such invoices on the day they come.`,
    ),
  );
};
