import { Broken } from '@parvis/web-kit/errors/broken';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A page that could not be drawn; the frame around it goes on working. */
export function BrokenPage({ error, reset }: ErrorComponentProps): ReactNode {
  return <Broken wholePage error={error} onRetry={reset} />;
}
