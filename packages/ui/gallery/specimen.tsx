import type { ReactNode } from 'react';
import classes from './gallery.module.css';

/** One component in one state, with its name. */
export function Specimen({ name, children, bare }: { name: string; children: ReactNode; bare?: boolean }) {
  return (
    <section className={classes.specimen} aria-label={name}>
      <h2 className={classes.name}>{name}</h2>
      <div className={bare ? undefined : 'pv-panel'}>{children}</div>
    </section>
  );
}
