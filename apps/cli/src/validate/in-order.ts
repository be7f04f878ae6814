interface Width {
  /** Pieces of work under way at the same time. */
  readonly atOnce: number;
  /** Pieces begun or done whose turn to be given has not come. */
  readonly ahead: number;
}

/** Does work on what comes in, several pieces at once, and gives the results in the order of what came in. */
export async function* inOrder<Piece, Result>(
  pieces: AsyncIterable<Piece>,
  work: (piece: Piece) => Promise<Result>,
  { atOnce, ahead }: Width,
): AsyncGenerator<Result> {
  const results: Promise<Result>[] = [];
  const enter = turnstile(atOnce);
  for await (const piece of pieces) {
    const result = enter(() => work(piece));
    // Whoever takes the results meets the error when its turn comes.
    result.catch(() => undefined);
    results.push(result);
    while (results.length >= ahead) yield* first(results);
  }
  while (results.length > 0) yield* first(results);
}

async function* first<Result>(results: Promise<Result>[]): AsyncGenerator<Result> {
  const result = results.shift();
  if (result) yield await result;
}

const turnstile = (places: number) => {
  const waiting: (() => void)[] = [];
  let free = places;
  const leave = (): void => {
    free += 1;
    waiting.shift()?.();
  };
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    while (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    free -= 1;
    try {
      return await work();
    } finally {
      leave();
    }
  };
};
