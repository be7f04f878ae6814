import type { FactorAnswer } from '@parvis/application/people/factors/check-factor';
import type { SecondFactorInput } from './sign-in.objects.js';

export const toFactorAnswer = ({ method, answer }: SecondFactorInput): FactorAnswer =>
  method === 'passkey' ? { method, answer } : { method, code: answer };
