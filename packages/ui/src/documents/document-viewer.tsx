import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../acts/button.js';
import { useWords } from '../language/language.js';
import { PageLoading } from '../states/page-loading.js';
import classes from './document-viewer.module.css';

// Half a megabyte that only those who open a PDF should fetch.
const PdfView = lazy(() => import('./pdf-view.js').then((module) => ({ default: module.PdfView })));

export interface DocumentViewerProps {
  /** "F-2026-0042.pdf" */
  readonly name: string;
  readonly kind: 'pdf' | 'html' | 'image' | 'other';
  /** Where the document is; for `html` the page itself may come as `html`. */
  readonly href: string;
  readonly html?: string | undefined;
  readonly downloadHref?: string | undefined;
  /** CSS height of the reading area. */
  readonly height?: string | undefined;
}

/** A document to read in place. HTML runs no script and reaches nothing; what cannot be shown can be downloaded. */
export function DocumentViewer({
  name,
  kind,
  href,
  html,
  downloadHref = href,
  height = '42rem',
}: DocumentViewerProps) {
  const words = useWords();
  const [broken, setBroken] = useState(false);
  const download = (
    <Button
      href={downloadHref}
      download={name}
      variant="default"
      size="compact-sm"
      icon={<IconDownload size={15} stroke={2} />}
    >
      {words.download}
    </Button>
  );
  return (
    <figure className={classes.viewer}>
      {kind === 'pdf' && !broken ? (
        <Suspense fallback={<PageLoading shape="block" doing={words.opening} />}>
          <PdfView
            name={name}
            href={href}
            height={height}
            download={download}
            onBroken={() => setBroken(true)}
          />
        </Suspense>
      ) : (
        <>
          <figcaption className={classes.bar}>
            <span className={classes.name}>{name}</span>
            {download}
          </figcaption>
          {kind === 'html' && (
            <iframe
              className={classes.page}
              title={name}
              sandbox=""
              style={{ height }}
              {...(html === undefined ? { src: href } : { srcDoc: html })}
            />
          )}
          {kind === 'image' && !broken && (
            <img className={classes.image} src={href} alt={name} onError={() => setBroken(true)} />
          )}
          {(kind === 'other' || broken) && (
            <div className={classes.fallback}>
              <p className={classes.fallbackTitle}>{words.cannotShow}</p>
              <p>{words.cannotShowText}</p>
            </div>
          )}
        </>
      )}
    </figure>
  );
}
