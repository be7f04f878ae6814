import { type RefObject, useLayoutEffect, useRef } from 'react';

const PROPERTY = '--pv-foot-height';

/**
 * For a bar that sticks to the foot of the window: as long as it is there, what gets the focus and the toasts keep
 * clear of it (WCAG 2.4.11). Answers the ref of the bar.
 */
export const useFoot = <Bar extends HTMLElement>(sticks = true): RefObject<Bar | null> => {
  const bar = useRef<Bar>(null);
  useLayoutEffect(() => {
    const { current } = bar;
    if (!current || !sticks) return;
    const root = document.documentElement;
    const tell = (): void => {
      const { bottom } = getComputedStyle(current);
      root.style.setProperty(PROPERTY, `${current.offsetHeight + (Number.parseFloat(bottom) || 0)}px`);
      uncover(current);
    };
    tell();
    const sizes = new ResizeObserver(tell);
    sizes.observe(current);
    return () => {
      sizes.disconnect();
      root.style.removeProperty(PROPERTY);
    };
  }, [sticks]);
  return bar;
};

/** The bar may come up over what has the focus already: a change at the keyboard brings it. */
const uncover = (bar: HTMLElement): void => {
  const focused = document.activeElement;
  if (!focused || focused === document.body || bar.contains(focused)) return;
  if (focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top)
    focused.scrollIntoView({ block: 'nearest' });
};
