import { receivesAt } from '@parvis/domain/directory/receives-at';
import { calendarDay } from '@parvis/domain/time/paris';
import { StatusChip } from '@parvis/ui/display/status-chip';
import type { ReactNode } from 'react';
import type { SettingsServiceFieldsFragment } from '../../gql/graphql.js';
import { useWords } from './words.js';

/** Open, closed, or open by name and closed by its dates. */
export function ServiceState({ service }: { readonly service: SettingsServiceFieldsFragment }): ReactNode {
  const say = useWords();
  const { active, validFrom, validUntil } = service;
  if (!active) return <StatusChip tone="neutral">{say('stateClosed')}</StatusChip>;
  const receives = receivesAt(
    { active, ...(validFrom && { validFrom }), ...(validUntil && { validUntil }) },
    calendarDay(new Date()),
  );
  if (receives) return <StatusChip tone="success">{say('stateOpen')}</StatusChip>;
  return <StatusChip tone="warning">{say('stateNotNow')}</StatusChip>;
}
