/** A thing that rules look at, and where it stands. */
export interface Place<Item> {
  readonly item: Item;
  /** In the invoice model. */
  readonly path: string;
  /** XPath in the sender's file, of what the model does not take; `path` is then the entry it stands in. */
  readonly location?: string;
}
