import type { Fault } from '@parvis/domain/rules/fault';

export interface FaultExplanation {
  readonly label: string;
  readonly message: string;
  readonly why: string;
  readonly nextStep: string;
}

export const explainFault = (fault: Fault, _language: 'fr' | 'en'): FaultExplanation => ({
  label: fault.path,
  message: fault.rule,
  why: '',
  nextStep: '',
});
