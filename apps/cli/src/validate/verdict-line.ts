import type { Language } from '@parvis/domain/display/language';
import { explainFault } from '@parvis/domain/rules/explain-fault';
import type { Verdict } from './verdict.js';

/** One line of JSON: every fault, nothing grouped. Its fields are described in `parvis validate --help`. */
export const verdictLine = ({ file, syntax, profile, valid, faults }: Verdict, language: Language): string =>
  `${safe(
    JSON.stringify({
      file,
      syntax,
      profile: profile ?? null,
      valid,
      faults: faults.map((fault) => {
        const { message, nextStep } = explainFault(fault, language);
        const { rule, severity, terms, path, location } = fault;
        return { rule, severity, terms, path: location ?? path, message, nextStep };
      }),
    }),
  )}\n`;

/** Some programs take these for ends of lines, and some terminals for orders: they stand in JSON by their numbers. */
const safe = (json: string): string =>
  json.replaceAll(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
