/** What strangers have asked for, counted so that nobody asks too often. */
export interface AskingStore {
  /** Since that moment, oldest first. Until the unit of work ends, nobody else counts those of the same subject. */
  since(subject: string, moment: Date): Promise<Date[]>;
  add(subject: string, at: Date): Promise<void>;
  /** Of every subject; answers how many. */
  removeBefore(moment: Date): Promise<number>;
}
