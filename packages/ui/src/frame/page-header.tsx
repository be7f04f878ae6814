import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.js';
import { Link } from '../link/link.js';
import classes from './page-header.module.css';
import { PageTitle } from './page-title.js';

export interface PageHeaderProps {
  /** The subject of the page's answer: "Facture F-2026-0042, Centre hospitalier de Valmont". Also the tab's title. */
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Beside the title: a status. */
  readonly badge?: ReactNode;
  /** The likely next act; stays at the thumb at 390 px. */
  readonly mainAct?: ReactNode;
  /** An act that is possible, but not the likely next one: where the main one stands, and in the page at 390 px. */
  readonly otherAct?: ReactNode;
  /** From the root down to the parent; the page itself is the title. */
  readonly breadcrumbs?: readonly { readonly label: string; readonly href: string }[] | undefined;
}

export function PageHeader({ title, subtitle, badge, mainAct, otherAct, breadcrumbs }: PageHeaderProps) {
  const words = useWords();
  return (
    <div className={classes.header}>
      <PageTitle title={title} />
      {breadcrumbs && (
        <nav aria-label={words.breadcrumbs} className={classes.breadcrumbs}>
          <ol>
            {breadcrumbs.map(({ label, href }, index) => (
              <li key={href}>
                <Link href={href}>{label}</Link>
                {index < breadcrumbs.length - 1 && <IconChevronRight size={14} stroke={2} aria-hidden />}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={classes.line}>
        <div className={classes.words}>
          <div className={classes.titleLine}>
            <h1 className={classes.title}>{title}</h1>
            {badge}
          </div>
          {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        {otherAct && <div className={classes.otherAct}>{otherAct}</div>}
        {mainAct && <div className={classes.act}>{mainAct}</div>}
      </div>
    </div>
  );
}
