import type { Tone as Meaning } from '@parvis/domain/life-cycle/official-statuses';
import type { Tone } from '@parvis/ui/display/tone';

/** The look of what a status means. */
export const looks: Readonly<Record<Meaning, Tone>> = {
  neutral: 'neutral',
  progress: 'info',
  attention: 'warning',
  good: 'progress',
  bad: 'danger',
  final: 'success',
};
