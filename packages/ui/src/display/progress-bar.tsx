import classes from './progress-bar.module.css';

export interface ProgressBarProps {
  /** From 0 to 1. */
  readonly share: number;
  /** What is on its way: "Envoi de bon-de-livraison.pdf". */
  readonly label: string;
}

export function ProgressBar({ share, label }: ProgressBarProps) {
  return <progress className={classes.bar} value={share} max={1} aria-label={label} />;
}
