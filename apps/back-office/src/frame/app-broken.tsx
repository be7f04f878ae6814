import { Broken } from '@parvis/web-kit/errors/broken';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A page that fell over: the rest of the app stands. */
export function AppBroken({ error, reset }: ErrorComponentProps): ReactNode {
  return <Broken wholePage error={error} onRetry={reset} />;
}
