import { isTechnical } from '@parvis/domain/rules/fault';
import type { FaultItem } from '@parvis/ui/faults/fault-item';
import type { FaultFieldsFragment } from '../gql/graphql.js';

/** The gateway's faults as the fault list shows them. */
export const faultItems = (faults: readonly FaultFieldsFragment[]): FaultItem[] =>
  faults.map((fault, position) => ({
    key: `${position} ${fault.rule} ${fault.path}`,
    severity: fault.severity === 'FATAL' ? 'blocking' : 'advice',
    technical: isTechnical(fault),
    fieldLabel: fault.label,
    found: isAboutFile(fault) ? null : (fault.found ?? undefined),
    message: fault.message,
    why: fault.why,
    nextStep: fault.nextStep,
    choices: fault.choices,
    rule: [fault.rule, ...fault.terms].join(' · '),
    place: fault.location ?? undefined,
  }));

/** No field is in question: nothing is "missing" from a file that cannot be read. */
const isAboutFile = ({ terms, path }: FaultFieldsFragment): boolean => terms.length === 0 && path === '';
