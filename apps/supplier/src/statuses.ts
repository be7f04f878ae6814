import type { InvoiceStatus } from './gql/graphql.js';

/** Statuses as a supplier tells them apart: waiting for me, under way, paid, refused. */
export const statusesOf = {
  waiting: ['SUSPENDED', 'TO_REROUTE', 'WRONG_VALIDATOR'],
  running: [
    'DEPOSITED',
    'TO_VALIDATE_1',
    'TO_VALIDATE_2',
    'VALIDATED_1',
    'VALIDATED_2',
    'VALIDATION_OVERDUE_1',
    'VALIDATION_OVERDUE_2',
    'IN_ROUTING',
    'MADE_AVAILABLE',
    'TAKEN_IN_CHARGE',
    'COMPLETED',
    'SERVICE_CONFIRMED',
    'PAYMENT_ORDERED',
    'HANDED_TO_ACCOUNTANT',
    'BOOKED',
  ],
  paid: ['IN_PAYMENT'],
  refused: ['REFUSED', 'REJECTED', 'VALIDATION_REFUSED_1', 'VALIDATION_REFUSED_2'],
} as const satisfies Record<string, readonly InvoiceStatus[]>;
