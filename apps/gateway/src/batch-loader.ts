/** Reads many things at once that were asked for one by one, and each only once for a request. */
export class BatchLoader<Key, Value> {
  private readonly known = new Map<Key, Promise<Value | undefined>>();
  private waiting: { readonly key: Key; readonly settle: (answer: Promise<Value | undefined>) => void }[] =
    [];

  constructor(private readonly readAll: (keys: readonly Key[]) => Promise<readonly (Value | undefined)[]>) {}

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
    const answers = this.readAll(batch.map(({ key }) => key));
    for (const [index, { settle }] of batch.entries()) settle(answers.then((values) => values[index]));
  }
}
