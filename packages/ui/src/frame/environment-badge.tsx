import { IconFlask } from '@tabler/icons-react';
import classes from './header.module.css';
import type { FrameEnvironment } from './navigation.js';

/** Not the real thing, and nobody can miss it: word, icon and colour. */
export function EnvironmentBadge({ environment }: { readonly environment: FrameEnvironment }) {
  return (
    <span className={classes.environment} title={environment.explanation}>
      <IconFlask size={15} stroke={2} aria-hidden />
      {environment.label}
    </span>
  );
}
