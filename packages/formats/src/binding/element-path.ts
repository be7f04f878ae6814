/** A condition of a binding's step, on an element below, an attribute, or a value of the model. */
export interface Condition {
  /** Names of elements, from the element the condition stands on. */
  readonly element: readonly string[];
  readonly attribute: string | undefined;
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
}

/** Reads an element path as `bindings.ts` describes them. Throws a TypeError on a malformed one (a bug of ours). */
export const parseElementPath = (path: string): ElementPath => {
  const pieces = path.match(/(?:[^/[\]]|\[[^\]]*\])+/g) ?? [];
  const last = pieces.at(-1);
  const attribute = last?.startsWith('@') ? last.slice(1) : undefined;
  return { steps: (attribute ? pieces.slice(0, -1) : pieces).map(parseStep), attribute };
};

const parseStep = (step: string): ElementStep => {
  const match = /^(\w+:\w+)(?:\[(.*)\])?$/.exec(step);
  if (!match?.[1]) throw new TypeError(`not a step of an element path: ${step}`);
  return { name: match[1], conditions: match[2] ? [parseCondition(match[2])] : [] };
};

const parseCondition = (text: string): Condition => {
  const match = /^([\w:/@]+?)(!=|!~|=|~)(.*)$/.exec(text);
  const [, subject = '', operator, value = ''] = match ?? [];
  if (operator !== '=' && operator !== '!=' && operator !== '~' && operator !== '!~')
    throw new TypeError(`not a condition: ${text}`);
  const names = subject.split('/');
  const last = names.at(-1);
  const attribute = last?.startsWith('@') ? last.slice(1) : undefined;
  return {
    element: attribute ? names.slice(0, -1) : names,
    attribute,
    operator,
    values: value.startsWith('$') ? [] : value.split('|'),
    field: value.startsWith('$') ? value.slice(1) : undefined,
  };
};
