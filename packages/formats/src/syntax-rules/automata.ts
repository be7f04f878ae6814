import { syntaxRulesOf } from '@parvis/domain/rules/en16931/syntax/syntax-rules';
import type { Syntax } from '@parvis/domain/rules/rule';
import { ElementAutomaton } from './element-automaton.js';
import { planRules } from './rule-plan.js';

const automata = new Map<Syntax, ElementAutomaton>();

/** The syntax rules of a syntax, compiled when the first document asks for them. */
export const automatonOf = (syntax: Syntax): ElementAutomaton => {
  const automaton =
    automata.get(syntax) ?? new ElementAutomaton(planRules(syntax, syntaxRulesOf(syntax)).deeds);
  automata.set(syntax, automaton);
  return automaton;
};
