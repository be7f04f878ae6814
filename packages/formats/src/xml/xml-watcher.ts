/** One attribute as written; declarations of namespaces are none. */
export interface XmlAttribute {
  /** Empty for the usual attribute, which stands in no namespace. */
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

/** Sees an element go by that the model has no place for, with all that is in it. What it throws stops the reading. */
export interface XmlWatcher {
  open(uri: string, local: string, attributes: readonly XmlAttribute[]): void;
  /** Text comes in pieces: CDATA included, comments left out. */
  text(text: string): void;
  close(): void;
}
