import { CopyText } from '@parvis/ui/display/copy-text';
import { type KeyValue, KeyValueList } from '@parvis/ui/display/key-value-list';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import type { EntryDetailsFragment } from '../../gql/graphql.js';
import classes from './directory.module.css';
import { useWords } from './words.js';

/** Who and where it is, when it pays, and whom to ask. */
export function EntryFacts({ entry }: { readonly entry: EntryDetailsFragment }): ReactNode {
  const say = useWords();
  const { siret } = useDisplay();
  const { paymentTermDays, reportsPayment, contact } = entry;
  const facts: KeyValue[] = [
    {
      key: 'siret',
      label: say('siret'),
      value: <CopyText value={entry.siret} shown={siret(entry.siret)} label={say('siret')} />,
    },
    { key: 'address', label: say('address'), value: <Address entry={entry} /> },
    {
      key: 'terms',
      label: say('payment'),
      value: (
        <>
          {say('terms', { count: paymentTermDays })}
          {!reportsPayment && <span className={classes.remark}>{say('noPaymentReport')}</span>}
        </>
      ),
    },
  ];
  if (contact) facts.push({ key: 'contact', label: say('contact'), value: <Contact contact={contact} /> });
  return (
    <div className={`pv-panel ${classes.facts}`}>
      <KeyValueList columns={2} entries={facts} />
    </div>
  );
}

function Address({ entry: { street, postCode, town } }: { readonly entry: EntryDetailsFragment }): ReactNode {
  return (
    <span className={classes.lines}>
      {street && <span>{street}</span>}
      <span>{[postCode, town].filter(Boolean).join(' ')}</span>
    </span>
  );
}

function Contact({ contact }: { readonly contact: NonNullable<EntryDetailsFragment['contact']> }): ReactNode {
  const { name, email, phone, note } = contact;
  return (
    <span className={classes.lines}>
      {name && <span>{name}</span>}
      {email && <a href={`mailto:${email}`}>{email}</a>}
      {phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>}
      {note && <span className={classes.about}>{note}</span>}
    </span>
  );
}
