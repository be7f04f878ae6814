/** In SQL, as `receivesAt` says it: the service takes invoices in on the day. */
export const openOn = (service: string, day: string): string =>
  `(${service}.active AND coalesce(${service}.valid_from <= ${day}::date, true) AND coalesce(${service}.valid_until >= ${day}::date, true))`;
