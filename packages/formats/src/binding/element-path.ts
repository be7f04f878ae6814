/** A condition of a binding's step, on an element below, an attribute, or a value of the model. */
export interface Condition {
  /** Names of elements, from the element the condition stands on. */
  readonly element: readonly string[];
  readonly attribute: string | undefined;
  /** Compared with its white space: attributes, and elements whose path ends in `text()`. */
  readonly asWritten: boolean;
  /** `~` compares whatever the case. */
  readonly operator: '=' | '!=' | '~' | '!~';
  readonly values: readonly string[];
  /** The field of the model to compare with instead of `values`. */
  readonly field: string | undefined;
}

export interface ElementStep {
  /** `cbc:ID` */
  readonly name: string;
  readonly conditions: readonly Condition[];
}

export interface ElementPath {
  readonly steps: readonly ElementStep[];
  readonly attribute: string | undefined;
  /** Ends in `text()`: the white space around the text belongs to the value. */
  readonly asWritten: boolean;
}

/** Reads an element path as `bindings.ts` describes them. Throws a TypeError on a malformed one (a bug of ours). */
export const parseElementPath = (path: string): ElementPath => {
  const pieces = path.match(/(?:[^/[\]]|\[[^\]]*\])+/g) ?? [];
  const { names, attribute, asWritten } = endOf(pieces);
  return { steps: names.map(parseStep), attribute, asWritten: asWritten && attribute === undefined };
};

/** A path may end in an attribute, or in `text()` where white space counts. */
const endOf = (pieces: readonly string[]) => {
  const last = pieces.at(-1);
  const attribute = last?.startsWith('@') ? last.slice(1) : undefined;
  const isText = last === 'text()';
  return {
    names: attribute !== undefined || isText ? pieces.slice(0, -1) : pieces,
    attribute,
    asWritten: attribute !== undefined || isText,
  };
};

const parseStep = (step: string): ElementStep => {
  const match = /^(\w+:\w+)(?:\[(.*)\])?$/.exec(step);
  if (!match?.[1]) throw new TypeError(`not a step of an element path: ${step}`);
  return { name: match[1], conditions: match[2] ? [parseCondition(match[2])] : [] };
};

const parseCondition = (text: string): Condition => {
  const match = /^([\w:/@()]+?)(!=|!~|=|~)(.*)$/.exec(text);
  const [, subject = '', operator, value = ''] = match ?? [];
  if (operator !== '=' && operator !== '!=' && operator !== '~' && operator !== '!~')
    throw new TypeError(`not a condition: ${text}`);
  const { names, attribute, asWritten } = endOf(subject.split('/'));
  return {
    element: names,
    attribute,
    asWritten,
    operator,
    values: value.startsWith('$') ? [] : value.split('|'),
    field: value.startsWith('$') ? value.slice(1) : undefined,
  };
};
