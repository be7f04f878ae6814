import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
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
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  const open = () => setOpened(true);
  const close = () => setOpened(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer may go over the explanation without losing it
    <span onMouseEnter={open} onMouseLeave={close}>
      <button
        ref={trigger}
        type="button"
        className={classes.trigger}
        data-look={look}
        aria-describedby={opened ? id : undefined}
        aria-expanded={opened}
        onClick={open}
        onFocus={open}
        onBlur={close}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      >
        {children}
      </button>
      {opened && (
        <Explanation id={id} trigger={trigger}>
          {explanation}
        </Explanation>
      )}
    </span>
  );
}

interface ExplanationProps {
  readonly id: string;
  readonly trigger: { readonly current: HTMLElement | null };
  readonly children: ReactNode;
}

/** Over everything else, where no table cuts it off. */
function Explanation({ id, trigger, children }: ExplanationProps) {
  const tip = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const lay = () => trigger.current && tip.current && layBeside(trigger.current, tip.current);
    tip.current?.showPopover();
    lay();
    window.addEventListener('scroll', lay, { capture: true, passive: true });
    window.addEventListener('resize', lay);
    return () => {
      window.removeEventListener('scroll', lay, { capture: true });
      window.removeEventListener('resize', lay);
    };
  }, [trigger]);
  return (
    <span ref={tip} id={id} role="tooltip" popover="manual" className={classes.place}>
      <span className={classes.explanation}>{children}</span>
    </span>
  );
}

const edge = 8;

/** Above the words, or below where there is no room; never beyond the window's edges. */
const layBeside = (trigger: HTMLElement, tip: HTMLElement): void => {
  const { left, top, bottom, width } = trigger.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = tip;
  const rightmost = document.documentElement.clientWidth - offsetWidth - edge;
  tip.style.left = `${Math.max(edge, Math.min(left + width / 2 - offsetWidth / 2, rightmost))}px`;
  tip.style.top = `${top >= offsetHeight ? top - offsetHeight : bottom}px`;
};
