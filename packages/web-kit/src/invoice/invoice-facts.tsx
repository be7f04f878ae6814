import { frameworkLabel } from '@parvis/domain/invoice/frameworks';
import { DateText } from '@parvis/ui/display/date-text';
import { type KeyValue, KeyValueList } from '@parvis/ui/display/key-value-list';
import type { ReactNode } from 'react';
import { useDisplay } from '../display/use-display.js';
import type { InvoiceFiguresFragment } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { InvoiceLines } from './invoice-lines.js';
import { InvoiceTotals } from './invoice-totals.js';
import { useInvoiceWords } from './words.js';

export interface InvoiceFactsProps {
  readonly invoice: InvoiceFiguresFragment;
}

/** What the invoice says: who, for whom, what, how much. */
export function InvoiceFacts({ invoice }: InvoiceFactsProps): ReactNode {
  const facts = useFacts(invoice);
  return (
    <>
      <KeyValueList entries={facts} columns={2} />
      <InvoiceLines invoice={invoice} />
      <InvoiceTotals invoice={invoice} />
    </>
  );
}

const useFacts = (invoice: InvoiceFiguresFragment): KeyValue[] => {
  const say = useInvoiceWords();
  const language = useLanguage();
  const { content, recipient, supplier } = invoice;
  const facts: readonly (readonly [Parameters<typeof say>[0], ReactNode])[] = [
    ['recipient', <Party key="buyer" name={recipient.name} siret={recipient.siret} />],
    ['supplier', <Party key="seller" name={supplier.name} siret={supplier.siret} />],
    ['service', serviceOf(invoice)],
    ['engagement', invoice.engagementNumber],
    ['issued', <DateText key="issued" value={invoice.issueDate} look="day" />],
    ['due', content.dueDate && <DateText key="due" value={content.dueDate} look="day" />],
    ['contract', content.contractReference],
    ['framework', content.businessProcess && frameworkLabel(content.businessProcess, language)],
    ['iban', content.iban && grouped(content.iban)],
    ['terms', content.paymentTerms],
    ['notes', content.notes.length > 0 ? content.notes.join('\n') : null],
  ];
  return facts
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => ({ key, label: say(key), value }));
};

function Party({ name, siret }: { readonly name: string; readonly siret: string | null }): ReactNode {
  const say = useInvoiceWords();
  const display = useDisplay();
  if (!siret) return name;
  return (
    <>
      {name}
      <br />
      <small>{say('siret', { siret: display.siret(siret) })}</small>
    </>
  );
}

const serviceOf = ({ serviceName, serviceCode }: InvoiceFiguresFragment): string | null =>
  serviceName && serviceCode ? `${serviceName} (${serviceCode})` : serviceCode;

const grouped = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1\u00a0');
