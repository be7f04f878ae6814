import { afterEach, beforeEach } from 'vitest';
import { cast } from './cast.js';
import type { PortsUnderTest } from './ports-under-test.js';

export type MakePorts = () => Promise<PortsUnderTest>;

/** Fresh ports with the cast in place before each test of the suite around; call the answer inside a test. */
export const usePorts = (makePorts: MakePorts): (() => PortsUnderTest) => {
  let current: PortsUnderTest | undefined;
  beforeEach(async () => {
    current = await makePorts();
    await current.seed(cast);
  });
  afterEach(async () => {
    await current?.close();
    current = undefined;
  });
  return () => {
    if (!current) throw new Error('ports exist inside a test only');
    return current;
  };
};
