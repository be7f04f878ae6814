import 'react-pdf/dist/Page/TextLayer.css';
import 'react-pdf/dist/Page/AnnotationLayer.css';
import { useElementSize } from '@mantine/hooks';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { type ReactNode, useState } from 'react';
import { Document, Page, pdfjs } from 'react-pdf';
import { useWords } from '../language/language.js';
import classes from './document-viewer.module.css';
import { PdfBar } from './pdf-bar.js';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

export interface PdfViewProps {
  readonly name: string;
  readonly href: string;
  readonly height: string;
  readonly download: ReactNode;
  readonly onBroken: () => void;
}

/** A PDF, one page at a time, fitted to the width at first. Loaded only when a PDF is to be shown. */
export function PdfView({ name, href, height, download, onBroken }: PdfViewProps) {
  const words = useWords();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [pages, setPages] = useState(0);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  return (
    <>
      <PdfBar
        name={name}
        page={page}
        pages={pages}
        onPage={setPage}
        zoom={zoom}
        onZoom={setZoom}
        download={download}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className={classes.scroll} style={{ height }} tabIndex={0} aria-label={name}>
        <div ref={ref} className={classes.sheet}>
          <Document
            file={href}
            suspense={false}
            loading={<p className={classes.opening}>{words.opening}</p>}
            error={null}
            onLoadSuccess={({ numPages }) => setPages(numPages)}
            onLoadError={onBroken}
          >
            {width > 0 && <Page pageNumber={page} width={width} scale={zoom} suspense={false} loading="" />}
          </Document>
        </div>
      </section>
    </>
  );
}
