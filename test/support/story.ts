import { beforeEach } from 'vitest';

/** Each step starts where the one before ended: after a failure the others have nowhere to start from, and fail at once. */
export const toldAsOneStory = (): void => {
  let broken: string | undefined;
  beforeEach(({ task, onTestFailed }) => {
    if (broken) throw new Error(`an earlier step failed: ${broken}`);
    onTestFailed(() => {
      broken = task.name;
    });
  });
};
