import { useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import classes from './side-by-side.module.css';

export interface SidePanel {
  readonly key: string;
  /** The name of the column, and of its tab when there is no room. */
  readonly label: string;
  readonly content: ReactNode;
  /** Share of the width; 1 unless told otherwise. */
  readonly weight?: number | undefined;
}

export interface SideBySideProps {
  readonly label: string;
  /** Two or three, in the order of reading. */
  readonly panels: readonly SidePanel[];
  /** Below this width of the window the columns become tabs; `62em` unless told otherwise. */
  readonly foldBelow?: string | undefined;
  /** The tab shown first when folded; the first unless told otherwise. */
  readonly firstTab?: string | undefined;
}

/** Things to look at together; on a narrow screen, one after the other. */
export function SideBySide({ label, panels, foldBelow = '62em', firstTab }: SideBySideProps) {
  const folded = useMediaQuery(`(max-width: ${foldBelow})`, false, { getInitialValueInEffect: false });
  if (folded) return <Tabs label={label} panels={panels} first={firstTab} />;
  return (
    <div
      className={classes.columns}
      style={{ gridTemplateColumns: panels.map(({ weight }) => `minmax(0, ${weight ?? 1}fr)`).join(' ') }}
    >
      {panels.map(({ key, label: name, content }) => (
        <section key={key} aria-label={name} className={classes.column}>
          {content}
        </section>
      ))}
    </div>
  );
}

interface TabsProps {
  readonly label: string;
  readonly panels: readonly SidePanel[];
  readonly first: string | undefined;
}

function Tabs({ label, panels, first }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(first ?? panels[0]?.key);
  const move = ({ key }: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    const position = panels.findIndex((panel) => panel.key === shown);
    const next = panels[(position + step + panels.length) % panels.length];
    setShown(next?.key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next?.key}"]`)?.focus();
  };
  return (
    <div>
      <div ref={list} role="tablist" aria-label={label} className={classes.tabs} onKeyDown={move}>
        {panels.map(({ key, label: name }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}-tab`}
            data-tab={key}
            aria-selected={key === shown}
            aria-controls={`${id}-${key}`}
            tabIndex={key === shown ? 0 : -1}
            className={classes.tab}
            onClick={() => setShown(key)}
          >
            {name}
          </button>
        ))}
      </div>
      {panels.map(({ key, content }) => (
        <div
          key={key}
          role="tabpanel"
          id={`${id}-${key}`}
          aria-labelledby={`${id}-${key}-tab`}
          hidden={key !== shown}
        >
          {content}
        </div>
      ))}
    </div>
  );
}
