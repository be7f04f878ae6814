/** An element as a place in the sender's file tells it. */
export interface PathStep {
  /** With the usual prefix: `cbc:ID`. */
  readonly name: string;
  readonly parent: PathStep | undefined;
  /** Its rank among its parent's children of the same name, from 1. */
  readonly position: number;
  /** Told with its rank even where it is the first: there are mostly more. */
  readonly repeats: boolean;
}

/** `/Invoice/cac:InvoiceLine[3]/cbc:ID`, with the usual prefixes. */
export const xpathOf = ({ name, parent, position, repeats }: PathStep): string => {
  const rank = position > 1 || repeats ? `[${position}]` : '';
  return `${parent ? xpathOf(parent) : ''}/${name}${rank}`;
};
