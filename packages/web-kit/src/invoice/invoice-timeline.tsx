import { actionDone } from '@parvis/domain/life-cycle/action-labels';
import { type Action, transitions } from '@parvis/domain/life-cycle/transitions';
import { Timeline } from '@parvis/ui/display/timeline';
import type { ReactNode } from 'react';
import type { TimelineEventFragment } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { statusLabel, toneOf } from './invoice-status.js';
import { useInvoiceWords } from './words.js';

export interface InvoiceTimelineProps {
  readonly events: readonly TimelineEventFragment[];
}

/** The invoice's history as people read it: what, who, when, why, with what. */
export function InvoiceTimeline({ events }: InvoiceTimelineProps): ReactNode {
  const say = useInvoiceWords();
  const language = useLanguage();
  const steps = events.map((event) => ({
    key: String(event.sequence),
    title: isAction(event.action) ? actionDone(event.action, language) : statusLabel(event.to, language),
    code: event.officialStatus,
    tone: event.moves ? toneOf(event.to) : ('neutral' as const),
    at: event.occurredAt,
    who: event.actorName,
    reason: event.reasonLabel ?? undefined,
    comment: event.comment ?? undefined,
    documents: event.documents.map(({ id, fileName, url }) => ({ key: id, label: fileName, href: url })),
    source:
      [sourceOf(event, say), event.moves ? undefined : say('late')].filter(Boolean).join(' · ') || undefined,
  }));
  return <Timeline label={say('timeline')} steps={steps} />;
}

/** The number people know the bill by in the books; the books' own words stay in the record, for programs. */
const sourceOf = (
  { sourceReference }: TimelineEventFragment,
  say: ReturnType<typeof useInvoiceWords>,
): string | undefined => (sourceReference ? say('from', { reference: sourceReference }) : undefined);

const isAction = (name: string): name is Action => transitions.some(({ action }) => action === name);
