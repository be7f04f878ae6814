import type { DirectoryEntry } from '../../directory/directory-entry.js';
import { parseSiret } from '../../directory/siret.js';
import type { PastIdentifier } from '../../directory/structure-identifier.js';
import type { CalendarDate, Invoice } from '../../invoice/invoice.js';
import type { Fault } from '../fault.js';

/**
 * Told of an invoice that names a SIRET its recipient has left: a warning while both are taken, then a refusal that gives
 * the new one.
 */
export const recipientMoved = (
  { buyer }: Pick<Invoice, 'buyer'>,
  past: PastIdentifier,
  { siret, name }: DirectoryEntry,
  day: CalendarDate,
): Fault => {
  const index = buyer.identifiers.findIndex(({ value }) => {
    const written = parseSiret(value);
    return written.ok && written.value === past.identifier.value;
  });
  const written = buyer.identifiers[index]?.value;
  const path = `buyer.identifiers[${index}].value`;
  const accepted = day <= past.acceptedUntil;
  return {
    rule: 'PV-RECIPIENT-MOVED',
    severity: accepted ? 'warning' : 'fatal',
    terms: ['BT-46'],
    path: written === undefined ? 'buyer.identifiers' : path,
    values: {
      found: past.identifier.value,
      recipient: name,
      now: siret,
      ...(accepted && { until: past.acceptedUntil }),
    },
    ...(written !== undefined && { patch: { path, from: written, to: siret } }),
  };
};
