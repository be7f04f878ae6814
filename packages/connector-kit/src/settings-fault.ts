import type { Bilingual } from '@parvis/domain/display/language';
import type { BrokenRule } from './broken-rule.js';
import { tellFault } from './tell-fault.js';

/** One field of a connection's settings that cannot be used. */
export interface SettingsFault {
  /** `url`, `accounts.0.code`… */
  readonly field: string;
  readonly code: 'missing' | 'unknown' | 'malformed';
  /** What to do. The catalogue tells it again with the label of the field, where `rule` is given. */
  readonly message: Bilingual;
  readonly rule?: BrokenRule;
}

/** As zod tells it. */
interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
  readonly keys?: readonly string[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly format?: string;
  readonly expected?: string;
}

/** What is wrong with a connection's settings, each with its field and what to do. */
export const settingsFaults = (issues: readonly Issue[]): readonly SettingsFault[] =>
  issues.flatMap(faultsOf);

const faultsOf = (issue: Issue): SettingsFault[] => {
  const { path, keys = [] } = issue;
  if (issue.code === 'unrecognized_keys')
    return keys.map((key) => faultOf([...path, key].join('.'), { name: 'unknown' }));
  return [faultOf(path.join('.') || 'settings', ruleOf(issue))];
};

const faultOf = (field: string, rule: BrokenRule): SettingsFault => ({
  field,
  code: rule.name === 'missing' || rule.name === 'unknown' ? rule.name : 'malformed',
  message: tellFault(rule),
  rule,
});

const ruleOf = ({ code, input, origin, minimum, maximum, format, expected }: Issue): BrokenRule => {
  if (input === undefined || (typeof input === 'string' && input.trim() === '')) return { name: 'missing' };
  switch (code) {
    case 'too_small':
      return { name: 'tooSmall', measure: measureOf(origin), limit: Number(minimum) };
    case 'too_big':
      return { name: 'tooBig', measure: measureOf(origin), limit: Number(maximum) };
    case 'invalid_format':
      return { name: format === 'url' ? 'address' : 'form' };
    case 'invalid_value':
      return { name: 'choice' };
    case 'invalid_type':
      return { name: kindOf(expected) };
    default:
      return { name: 'form' };
  }
};

const kindOf = (expected: string | undefined): 'number' | 'flag' | 'form' => {
  if (expected === 'boolean') return 'flag';
  return expected === 'number' || expected === 'int' ? 'number' : 'form';
};

const measureOf = (origin: string | undefined): 'characters' | 'rows' | 'number' =>
  origin === 'string' ? 'characters' : origin === 'array' ? 'rows' : 'number';
