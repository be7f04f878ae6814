import type { LinkProps } from '@parvis/ui/link/link';
import { type ComponentType, createElement, type MouseEvent } from 'react';

/** Links that stay inside the app change the page without loading it again; all others are the browser's. */
export const appLink = (base: string, push: (href: string) => void): ComponentType<LinkProps> =>
  function AppLink({ onClick, ...props }: LinkProps) {
    const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
      onClick?.(event);
      if (event.defaultPrevented || !isPlainClick(event)) return;
      if (!props.href.startsWith(base) || props.target || props.download !== undefined) return;
      event.preventDefault();
      push(props.href);
    };
    return createElement('a', { ...props, onClick: follow });
  };

const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
