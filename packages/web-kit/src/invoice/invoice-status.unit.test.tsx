import { officialStatuses } from '@parvis/domain/life-cycle/official-statuses';
import { describe, expect, it } from 'vitest';
import type { InvoiceStatus } from '../gql/graphql.js';
import { statusLabel, statusOf } from './invoice-status.js';

/** Every status of the schema: the compiler sees to it that none is missing. */
const all: Record<InvoiceStatus, true> = {
  DRAFT: true,
  DEPOSITED: true,
  TO_VALIDATE_1: true,
  TO_VALIDATE_2: true,
  VALIDATED_1: true,
  VALIDATED_2: true,
  VALIDATION_REFUSED_1: true,
  VALIDATION_REFUSED_2: true,
  VALIDATION_OVERDUE_1: true,
  VALIDATION_OVERDUE_2: true,
  WRONG_VALIDATOR: true,
  IN_ROUTING: true,
  REJECTED: true,
  MADE_AVAILABLE: true,
  TAKEN_IN_CHARGE: true,
  TO_REROUTE: true,
  SUSPENDED: true,
  COMPLETED: true,
  REFUSED: true,
  SERVICE_CONFIRMED: true,
  PAYMENT_ORDERED: true,
  HANDED_TO_ACCOUNTANT: true,
  BOOKED: true,
  IN_PAYMENT: true,
};
const statuses = Object.keys(all) as InvoiceStatus[];

describe('the statuses of the schema', () => {
  it('are those of the life cycle, one for one', () => {
    expect(statuses.map(statusOf).sort()).toEqual(Object.keys(officialStatuses).sort());
  });

  it('are said in words in both languages', () => {
    expect(statusLabel('SUSPENDED', 'fr')).toBe('Suspendue');
    expect(statusLabel('SUSPENDED', 'en')).toBe('Suspended');
  });
});
