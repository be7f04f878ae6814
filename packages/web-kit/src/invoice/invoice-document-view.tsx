import { DocumentViewer } from '@parvis/ui/documents/document-viewer';
import type { ReactNode } from 'react';
import type { InvoiceViewsFragment } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';

export interface InvoiceDocumentViewProps {
  readonly invoice: InvoiceViewsFragment;
  /** CSS height of the reading area. */
  readonly height?: string;
}

/** The invoice to read: the sender's own PDF, or the XML laid out as a page. */
export function InvoiceDocumentView({ invoice, height }: InvoiceDocumentViewProps): ReactNode {
  const language = useLanguage();
  const { number, pdfUrl, readableUrl, originalUrl } = invoice;
  const readable = `${readableUrl}${readableUrl.includes('?') ? '&' : '?'}lang=${language}`;
  return (
    <DocumentViewer
      name={number}
      kind={pdfUrl ? 'pdf' : 'html'}
      href={pdfUrl ?? readable}
      downloadHref={originalUrl}
      {...(height && { height })}
    />
  );
}
