import type { MarkedPoint } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';

/** Thrown where the fake process dies; nothing it does afterwards takes effect. */
export class Crash extends Error {
  constructor(point: MarkedPoint) {
    super(`the process died at ${point}`);
  }
}

/** A process that can be made to die at a marked point, as by `kill -9`, and started again. */
export class FakeMachine {
  readonly pointsPassed: MarkedPoint[] = [];
  private deadline: MarkedPoint | undefined;
  private death: Crash | undefined;

  /** The next time this point is passed, the process dies. */
  dieAt(point: MarkedPoint): void {
    this.deadline = point;
  }

  restart(): void {
    this.death = undefined;
  }

  readonly mark = (point: MarkedPoint): void => {
    this.stayDead();
    this.pointsPassed.push(point);
    if (point !== this.deadline) return;
    this.deadline = undefined;
    this.death = new Crash(point);
    throw this.death;
  };

  /** The same unit of work, out of reach of a dead process. */
  readonly guard = (work: Work): Work => ({
    run: async <Answer>(story: (stores: Stores) => Promise<Answer>): Promise<Answer> => {
      this.stayDead();
      return work.run(async (stores) => {
        const answer = await story(stores);
        this.stayDead();
        return answer;
      });
    },
  });

  private stayDead(): void {
    if (this.death) throw this.death;
  }
}
