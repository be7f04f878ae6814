import { Timeline } from '@parvis/ui/display/timeline';
import type { ReactNode } from 'react';
import type { TimelineEventFragment } from '../gql/graphql.js';
import { toneOf } from './status-tone.js';
import { useStatusWords } from './status-words.js';
import { useInvoiceWords } from './words.js';

export interface InvoiceTimelineProps {
  readonly events: readonly TimelineEventFragment[];
}

/** The invoice's history as people read it: what, who, when, why, with what. */
export function InvoiceTimeline({ events }: InvoiceTimelineProps): ReactNode {
  const say = useInvoiceWords();
  const status = useStatusWords();
  const steps = events.map((event) => ({
    key: String(event.sequence),
    title: status(event.to),
    code: event.officialStatus,
    tone: toneOf(event.to),
    at: event.occurredAt,
    who: event.actorName,
    reason: event.reasonLabel ?? undefined,
    comment: event.comment ?? undefined,
    documents: event.documents.map(({ id, fileName, url }) => ({ key: id, label: fileName, href: url })),
    source: sourceOf(event, say),
  }));
  return <Timeline label={say('timeline')} steps={steps} />;
}

const sourceOf = (
  { sourceSystem, sourceCode, sourceReference }: TimelineEventFragment,
  say: ReturnType<typeof useInvoiceWords>,
): string | undefined => {
  if (!sourceSystem) return undefined;
  const reference = [sourceReference, sourceCode].filter(Boolean).join(', ');
  return reference === '' ? sourceSystem : say('from', { system: sourceSystem, reference });
};
