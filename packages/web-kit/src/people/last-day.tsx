import { lastDay } from '@parvis/domain/time/paris';
import { DateText } from '@parvis/ui/display/date-text';
import type { ReactNode } from 'react';

/** The last day on which something that ends still counts. */
export function LastDay({ end }: { readonly end: string }): ReactNode {
  return <DateText value={lastDay(new Date(end))} look="day" />;
}
