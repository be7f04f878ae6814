import { type KeyValue, KeyValueList } from '@parvis/ui/display/key-value-list';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import classes from './deposit.module.css';
import type { Verdict } from './deposit-card.js';
import { useWords } from './words.js';

/** What was read in the file, for people to recognise their invoice before they send it. */
export function ReadSummary({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const entries = useEntries(verdict);
  if (!verdict.summary) return null;
  return (
    <div className={classes.read}>
      <KeyValueList entries={entries} columns={2} />
    </div>
  );
}

const useEntries = ({ summary, recipient }: Verdict): KeyValue[] => {
  const say = useWords();
  const { money, day } = useDisplay();
  if (!summary) return [];
  const currency = summary.currency ?? 'EUR';
  const service = recipient?.services.find(({ code }) => code === summary.serviceCode);
  const facts: readonly (readonly [Parameters<typeof say>[0], string | null | undefined])[] = [
    ['factBuyer', recipient?.name ?? summary.buyerName],
    ['factIssued', summary.issueDate && day(summary.issueDate)],
    ['factService', service ? `${service.name} (${service.code})` : summary.serviceCode],
    ['factEngagement', summary.engagementNumber],
    ['factNet', summary.taxExclusive && money(summary.taxExclusive, currency)],
    ['factVat', summary.vat && money(summary.vat, currency)],
    ['factGross', summary.taxInclusive && money(summary.taxInclusive, currency)],
    ['factDue', summary.due && money(summary.due, currency)],
  ];
  return facts.map(([key, value]) => ({
    key,
    label: say(key),
    value: value ?? <span className={classes.missing}>{say('missing')}</span>,
    highlighted: key === 'factDue',
  }));
};
