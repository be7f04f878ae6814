/** Remembers what people were warned of: a warning goes out once, however often and wherever the round is made. */
export interface WarningLedger {
  /** True the first time a key is noted; the warning then goes out in the same unit of work. */
  note(key: string, at: Date): Promise<boolean>;
}
