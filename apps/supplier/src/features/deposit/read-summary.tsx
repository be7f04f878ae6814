import { type KeyValue, KeyValueList } from '@parvis/ui/display/key-value-list';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import classes from './deposit.module.css';
import type { Verdict } from './deposit-card.js';
import { useWords } from './words.js';

export interface ReadSummaryProps {
  readonly verdict: Verdict;
  /** Field by field; folded to one line when there are many files. */
  readonly open: boolean;
}

/** What was read in the file, for people to recognise their invoice before they send it. */
export function ReadSummary({ verdict, open }: ReadSummaryProps): ReactNode {
  const entries = useEntries(verdict);
  const headline = useHeadline(verdict);
  if (!verdict.summary) return null;
  return (
    <details className={classes.read} open={open}>
      <summary>{headline}</summary>
      <KeyValueList entries={entries} columns={2} />
    </details>
  );
}

/** "Centre hospitalier de Valmont · 120,00 €" */
const useHeadline = ({ summary, recipient }: Verdict): string => {
  const { money } = useDisplay();
  const due = summary?.due && money(summary.due, summary.currency ?? 'EUR');
  return [recipient?.name ?? summary?.buyerName, due].filter(Boolean).join(' · ');
};

const useEntries = ({ summary, recipient, service }: Verdict): KeyValue[] => {
  const say = useWords();
  const { money, day } = useDisplay();
  if (!summary) return [];
  const currency = summary.currency ?? 'EUR';
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
  }));
};
