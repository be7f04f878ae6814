import { Popover } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import classes from './explained.module.css';

export interface ExplainedProps {
  /** What is always shown. */
  readonly children: ReactNode;
  /** What appears on hover, focus and tap. */
  readonly explanation: ReactNode;
  /** `term` underlines with dots, `quiet` looks like the text around it. */
  readonly look?: 'term' | 'quiet' | undefined;
}

/** Words that say more when asked, by pointer, keyboard or finger. Escape closes. */
export function Explained({ children, explanation, look = 'term' }: ExplainedProps) {
  const [opened, setOpened] = useState(false);
  const [place, setPlace] = useState<HTMLElement>();
  // Within the main landmark, where a screen reader that walks the page finds it.
  const open = () => {
    setPlace(document.querySelector<HTMLElement>('main') ?? document.body);
    setOpened(true);
  };
  const id = useId();
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width="max-content"
      position="top"
      offset={6}
      withRoles={false}
      {...(place ? { portalProps: { target: place } } : {})}
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.trigger}
          data-look={look}
          aria-describedby={opened ? id : undefined}
          aria-expanded={opened}
          onClick={open}
          onMouseEnter={open}
          onMouseLeave={() => setOpened(false)}
          onFocus={open}
          onBlur={() => setOpened(false)}
          onKeyDown={(event) => event.key === 'Escape' && setOpened(false)}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.explanation}>
        <span id={id} role="tooltip">
          {explanation}
        </span>
      </Popover.Dropdown>
    </Popover>
  );
}
