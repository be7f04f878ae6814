import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Link, type LinkProps } from '../link/link.js';
import classes from './button.module.css';

interface ButtonLook {
  /** `filled` for the likely next act, `default` for the others, `light` and `subtle` for those beside the text. */
  readonly variant?: 'filled' | 'default' | 'light' | 'subtle' | undefined;
  readonly size?: 'compact-sm' | 'compact-md' | 'sm' | 'md' | undefined;
  /** Red for what destroys or refuses. */
  readonly color?: 'red' | undefined;
  readonly fullWidth?: boolean | undefined;
  readonly icon?: ReactNode;
  readonly iconAfter?: ReactNode;
}

export type ButtonProps = ButtonLook &
  (
    | (Omit<ComponentPropsWithRef<'button'>, 'color'> & { readonly href?: undefined })
    | Omit<LinkProps, 'color'>
  );

/** An act; with `href`, a place to go to that looks like one. */
export function Button(props: ButtonProps) {
  const {
    variant = 'filled',
    size = 'sm',
    color,
    fullWidth,
    icon,
    iconAfter,
    children,
    className,
    ...rest
  } = props;
  const shared = {
    className: `${classes.button} ${className ?? ''}`,
    'data-variant': variant,
    'data-size': size,
    'data-color': color,
    'data-full-width': fullWidth || undefined,
  };
  const content = (
    <>
      {icon && <span className={classes.icon}>{icon}</span>}
      {children}
      {iconAfter && <span className={classes.icon}>{iconAfter}</span>}
    </>
  );
  if (rest.href !== undefined) {
    return (
      <Link {...rest} {...shared}>
        {content}
      </Link>
    );
  }
  return (
    <button type="button" {...rest} {...shared}>
      {content}
    </button>
  );
}
