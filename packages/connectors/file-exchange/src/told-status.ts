import type { ToldInFile } from '@parvis/connector-kit/drop/read-drop-news';
import { startOfDay } from '@parvis/domain/time/paris';
import { actionsOf, codeOf } from './status-codes.js';

/** One status as any of the forms writes it. */
export interface WrittenStatus {
  readonly supplier: string | undefined;
  readonly invoice: string | undefined;
  readonly status: string | undefined;
  readonly at: string | undefined;
  readonly order?: string | undefined;
  readonly reason?: string | undefined;
}

/** Chorus Pro cuts reasons here. */
const LONGEST_REASON = 255;

/** Undefined where it does not say of which bill, which status or when. */
export const toldStatus = ({
  supplier,
  invoice,
  status,
  at,
  order,
  reason,
}: WrittenStatus): ToldInFile | undefined => {
  const occurredAt = instantOf(at ?? '');
  if (!supplier || !invoice || !status || !occurredAt) return undefined;
  const sourceCode = codeOf(status);
  const words = reason?.trim();
  return {
    supplierIdentifier: supplier.trim(),
    invoiceNumber: invoice.trim(),
    sourceCode,
    actions: actionsOf(sourceCode),
    occurredAt,
    ...(order?.trim() ? { numberThere: order.trim() } : {}),
    ...(words ? { reason: [...words].slice(0, LONGEST_REASON).join('') } : {}),
  };
};

/** `2026-03-02`, with a time or without; one without a zone is told in Paris. */
const instantOf = (text: string): Date | undefined => {
  const written =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim());
  const [, day, time, zone] = written ?? [];
  if (day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return undefined;
  if (time === undefined) return startOfDay(day);
  if (zone !== undefined) return validOf(new Date(`${day}T${time}${zone}`));
  const sinceMidnight = Date.parse(`1970-01-01T${time}Z`);
  return validOf(new Date(startOfDay(day).getTime() + sinceMidnight));
};

const validOf = (instant: Date): Date | undefined => (Number.isNaN(instant.getTime()) ? undefined : instant);
