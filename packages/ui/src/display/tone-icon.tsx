import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDot,
  IconCircleHalf2,
  IconCircleX,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { Tone } from './tone.js';
import classes from './tone-icon.module.css';

const icons = {
  neutral: IconCircleDot,
  progress: IconCircleHalf2,
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
