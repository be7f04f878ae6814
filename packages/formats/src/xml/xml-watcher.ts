/** One attribute as written; declarations of namespaces are none. */
export interface XmlAttribute {
  /** Empty for the usual attribute, which stands in no namespace. */
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

/**
 * Sees every element of a document go by, the root first, whether the model has a place for it or not. Text comes in
 * pieces: CDATA included, comments left out, and without the indentation of elements inside one that the model knows.
 * What it throws stops the reading.
 */
export interface XmlWatcher {
  open(uri: string, local: string, attributes: readonly XmlAttribute[]): void;
  text(text: string): void;
  close(): void;
}
