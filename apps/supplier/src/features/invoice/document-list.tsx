import { useDisplay } from '@parvis/web-kit/display/use-display';
import { IconFileText, IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { InvoicePageFragment } from '../../gql/graphql.js';
import classes from './invoice.module.css';
import { useWords } from './words.js';

/** The file as it was sent, and what was added since. */
export function DocumentList({ invoice }: { readonly invoice: InvoicePageFragment }): ReactNode {
  const say = useWords();
  return (
    <section className="pv-panel">
      <h2 className="pv-panel-title">{say('attachments')}</h2>
      <ul className={classes.documents}>
        {invoice.documents.map((document) => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </ul>
    </section>
  );
}

function DocumentRow({
  document,
}: {
  readonly document: InvoicePageFragment['documents'][number];
}): ReactNode {
  const say = useWords();
  const { size, ago } = useDisplay();
  const isOriginal = document.kind === 'ORIGINAL';
  const Icon = isOriginal ? IconFileText : IconPaperclip;
  return (
    <li className={classes.document}>
      <Icon size={18} stroke={1.7} aria-hidden />
      <span>
        <a className="pv-link" href={document.url} download={document.fileName}>
          {document.fileName}
        </a>
        <small className={classes.faint}>
          {isOriginal
            ? say('original')
            : say('addedBy', { name: document.addedBy, ago: ago(document.addedAt) })}
          {' · '}
          {size(document.size)}
        </small>
      </span>
    </li>
  );
}
