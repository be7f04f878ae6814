/** Reads many things at once that were asked for one by one, and each only once for a request unless told to forget. */
export class BatchLoader<Key, Value> {
  private readonly known = new Map<Key, Promise<Value | undefined>>();
  private waiting: { readonly key: Key; readonly settle: (answer: Promise<Value | undefined>) => void }[] =
    [];

  constructor(
    private readonly readAll: (keys: readonly Key[]) => Promise<readonly (Value | undefined)[]>,
    /** `forgets`: for what an act of the same request may change, read again when asked for again later. */
    private readonly memory: 'remembers' | 'forgets' = 'remembers',
  ) {}

  load(key: Key): Promise<Value | undefined> {
    const known = this.known.get(key);
    if (known) return known;
    const answer = new Promise<Value | undefined>((resolve) => {
      if (this.waiting.length === 0) setImmediate(() => this.flush());
      this.waiting.push({ key, settle: resolve });
    });
    this.known.set(key, answer);
    return answer;
  }

  private flush(): void {
    const batch = this.waiting;
    this.waiting = [];
    if (this.memory === 'forgets') this.known.clear();
    const answers = this.readAll(batch.map(({ key }) => key));
    for (const [index, { settle }] of batch.entries()) settle(answers.then((values) => values[index]));
  }
}
