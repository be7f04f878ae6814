import { FaultList } from '@parvis/ui/faults/fault-list';
import { faultItems } from '@parvis/web-kit/faults/fault-items';
import type { ReactNode } from 'react';
import type { InvoicePageFragment } from '../../gql/graphql.js';
import { useWords } from './words.js';

/** What was accepted and could be better next time. */
export function Advice({ invoice }: { readonly invoice: InvoicePageFragment }): ReactNode {
  const say = useWords();
  if (invoice.warnings.length === 0) return null;
  return (
    <section className="pv-panel">
      <h2 className="pv-panel-title">{say('warnings')}</h2>
      <FaultList label={say('warnings')} faults={faultItems(invoice.warnings)} />
    </section>
  );
}
