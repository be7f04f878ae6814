/** How one exchange is mistreated on its way. The other side does what it was asked, except for `down` and `half`. */
export type Mistreatment =
  /** Done there, and the link breaks before the answer. */
  | { readonly kind: 'lose' }
  /** Done there, and the answer is kept back until `release`. */
  | { readonly kind: 'hold'; readonly release: Promise<void> }
  /** Asked twice, as a careless middle man does; the second answer comes back. */
  | { readonly kind: 'ask-twice' }
  /** Done there, and something else comes back: another answer, another file. */
  | { readonly kind: 'rewrite'; rewrite(body: string): string }
  /** Not passed on: the server is down, the folder is not there. */
  | { readonly kind: 'down' }
  /** The link breaks in the middle of writing: half a file stands there. */
  | { readonly kind: 'half' };

/** `create`: what brings a bill into being there. `news`: what asks for what became of bills. */
export type TroubledStep = 'create' | 'news' | 'any';

/**
 * Stands between a connector and the real system, and does to their exchanges what networks and disks do. For HTTP see
 * `http-trouble.ts`; a harness for folders brings its own.
 */
export interface Trouble {
  /** Mistreats the next exchange of this step; the following ones pass. */
  next(step: TroubledStep, mistreatment: Mistreatment, when?: TroubleTime): void;
  /** Everything passes again. Returns how many mistreatments were asked for and never played. */
  calm(): number;
}

export interface TroubleTime {
  /** Lets so many exchanges of the step pass before. */
  readonly after?: number;
  /** So many in a row; once otherwise. `Infinity`: until `calm`. */
  readonly times?: number;
}

/** Keeps what was asked for, and says of each passing exchange what is to be done to it. For makers of `Trouble`. */
export interface TroubleList extends Trouble {
  /** `steps`: what the exchange is, `any` included. */
  take(steps: readonly TroubledStep[]): Mistreatment | undefined;
}

export const makeTroubleList = (): TroubleList => {
  let waiting: {
    readonly step: TroubledStep;
    readonly mistreatment: Mistreatment;
    after: number;
    left: number;
  }[] = [];
  return {
    next: (step, mistreatment, { after = 0, times = 1 } = {}) =>
      void waiting.push({ step, mistreatment, after, left: times }),
    calm: () => {
      const unplayed = waiting.filter(({ left }) => Number.isFinite(left)).length;
      waiting = [];
      return unplayed;
    },
    take: (steps) => {
      const found = waiting.find(({ step }) => steps.includes(step));
      if (!found) return undefined;
      if (found.after > 0) {
        found.after -= 1;
        return undefined;
      }
      found.left -= 1;
      if (found.left <= 0) waiting = waiting.filter((other) => other !== found);
      return found.mistreatment;
    },
  };
};
