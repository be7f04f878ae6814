import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconInfoCircle,
  IconProgress,
} from '@tabler/icons-react';
import type { Tone } from './tone.js';
import classes from './tone-icon.module.css';

const icons = {
  neutral: IconCircleDashed,
  progress: IconProgress,
  info: IconInfoCircle,
  success: IconCircleCheck,
  warning: IconAlertTriangle,
  danger: IconCircleX,
} as const;

/** The shape that goes with a tone, for those who do not see its colour. */
export function ToneIcon({ tone, size = 20 }: { readonly tone: Tone; readonly size?: number }) {
  const Icon = icons[tone];
  return <Icon className={classes.icon} data-tone={tone} size={size} stroke={1.9} aria-hidden />;
}
