import { IconX } from '@tabler/icons-react';
import classes from './button.module.css';

export interface CloseButtonProps {
  /** What is closed or taken away: "Retirer facture.pdf". */
  readonly 'aria-label': string;
  readonly onClick: () => void;
  readonly size?: 'sm' | 'md' | undefined;
  readonly className?: string | undefined;
}

export function CloseButton({ size = 'md', className, ...button }: CloseButtonProps) {
  return (
    <button type="button" {...button} data-size={size} className={`${classes.close} ${className ?? ''}`}>
      <IconX size={size === 'sm' ? 16 : 19} stroke={2} aria-hidden />
    </button>
  );
}
