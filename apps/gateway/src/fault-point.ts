import type { MarkedPoint, MarkPoint } from '@parvis/application/ports/platform';

/** Does nothing in ordinary life. For a fault test, kills the process at the named point, as a power cut would. */
export const makeMarkPoint = (faultPoint: MarkedPoint | undefined): MarkPoint =>
  faultPoint === undefined
    ? () => undefined
    : (point: MarkedPoint) => {
        if (point === faultPoint) process.kill(process.pid, 'SIGKILL');
      };
