import { describe, expect, it } from 'vitest';
import { groupInbox, groupOf } from './inbox-groups.js';

const clock = (elapsedDays: number, more: { late?: boolean; running?: boolean } = {}) => ({
  __typename: 'LegalClock' as const,
  startedOn: '2026-11-01',
  dueOn: '2026-12-21',
  days: 50,
  elapsedDays,
  running: true,
  late: false,
  ...more,
});

describe('the inbox', () => {
  it('puts an invoice past its limit among the late ones, whatever its status', () => {
    expect(groupOf({ status: 'COMPLETED', clock: clock(51, { late: true }) })).toBe('late');
  });

  it('calls an invoice pressing from ten days before its limit', () => {
    expect(groupOf({ status: 'MADE_AVAILABLE', clock: clock(40) })).toBe('soon');
    expect(groupOf({ status: 'MADE_AVAILABLE', clock: clock(39) })).toBe('new');
  });

  it('never presses for an invoice that waits for its supplier', () => {
    expect(groupOf({ status: 'SUSPENDED', clock: clock(49, { running: false }) })).toBe('waitingForSupplier');
  });

  it('keeps answers of suppliers apart from new invoices', () => {
    expect(groupOf({ status: 'COMPLETED', clock: clock(3) })).toBe('answered');
    expect(groupOf({ status: 'TAKEN_IN_CHARGE', clock: clock(3) })).toBe('inHand');
  });

  it('shows no empty group', () => {
    expect(groupInbox([])).toEqual([]);
  });
});
