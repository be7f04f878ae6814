import { accept, type Result, refuse } from '../result/result.js';

export type ServiceCodeFault =
  | 'service-code-missing'
  | 'service-code-too-long'
  | 'service-code-characters'
  | 'service-code-reserved';

export const LONGEST_SERVICE_CODE = 100;

/** Of invoices between public bodies only (Chorus Pro): no entity gives it to a service of its own. */
export const RESERVED_SERVICE_CODE = 'FACTURES_PUBLIQUES';

/** Letters, digits and what people write between them; nothing that a purchase order or a file would lose. */
const shape = /^[\p{L}\p{N}](?:[\p{L}\p{N} _./'()&+:-]*[\p{L}\p{N})])?$/u;

/** A service code as an invoice carries it (BT-10): without spaces around, its capitals kept. */
export const parseServiceCode = (typed: string): Result<string, ServiceCodeFault> => {
  const code = typed.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
  if (code === '') return refuse('service-code-missing');
  if (code.length > LONGEST_SERVICE_CODE) return refuse('service-code-too-long');
  if (code.toUpperCase() === RESERVED_SERVICE_CODE) return refuse('service-code-reserved');
  return shape.test(code) ? accept(code) : refuse('service-code-characters');
};
