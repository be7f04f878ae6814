import {
  IconArrowAutofitWidth,
  IconChevronLeft,
  IconChevronRight,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.js';
import classes from './document-viewer.module.css';

export interface PdfBarProps {
  readonly name: string;
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly download: ReactNode;
}

const zoomStep = 1.25;

/** Name, page, zoom and download of a PDF. */
export function PdfBar({ name, page, pages, onPage, zoom, onZoom, download }: PdfBarProps) {
  const words = useWords();
  const tool = (label: string, icon: ReactNode, disabled: boolean, onClick: () => void) => (
    <button
      type="button"
      className={classes.tool}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {icon}
    </button>
  );
  return (
    <figcaption className={classes.bar}>
      <span className={classes.name}>{name}</span>
      {pages > 1 && (
        <span className={classes.tools}>
          {tool(words.previousPage, <IconChevronLeft size={18} />, page <= 1, () => onPage(page - 1))}
          <span className={classes.count} role="status">
            {words.pageOf(page, pages)}
          </span>
          {tool(words.nextPage, <IconChevronRight size={18} />, page >= pages, () => onPage(page + 1))}
        </span>
      )}
      <span className={classes.tools}>
        {tool(words.zoomOut, <IconZoomOut size={18} />, zoom <= 0.5, () => onZoom(zoom / zoomStep))}
        {tool(words.fitWidth, <IconArrowAutofitWidth size={18} />, zoom === 1, () => onZoom(1))}
        {tool(words.zoomIn, <IconZoomIn size={18} />, zoom >= 4, () => onZoom(zoom * zoomStep))}
      </span>
      {download}
    </figcaption>
  );
}
