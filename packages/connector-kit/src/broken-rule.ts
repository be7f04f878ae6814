/** What a value in the settings did not keep to. */
export type BrokenRule =
  | { readonly name: 'missing' }
  /** There is no such setting. */
  | { readonly name: 'unknown' }
  /** No address of the web. */
  | { readonly name: 'address' }
  | { readonly name: 'number' }
  /** Neither yes nor no. */
  | { readonly name: 'flag' }
  /** None of those offered. */
  | { readonly name: 'choice' }
  /** Not written as it must be. */
  | { readonly name: 'form' }
  | {
      readonly name: 'tooSmall' | 'tooBig';
      readonly measure: 'characters' | 'rows' | 'number';
      readonly limit: number;
    };
