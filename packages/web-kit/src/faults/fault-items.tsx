import { isTechnical } from '@parvis/domain/rules/fault';
import type { FaultItem } from '@parvis/ui/faults/fault-item';
import type { FaultFieldsFragment } from '../gql/graphql.js';

/** The gateway's faults as the fault list shows them; two rules that say one thing of one place are one item. */
export const faultItems = (faults: readonly FaultFieldsFragment[]): FaultItem[] => {
  const said = new Map<string, FaultFieldsFragment[]>();
  for (const fault of faults) {
    const saying = [fault.severity, fault.path, fault.location, fault.message].join('\n');
    said.set(saying, [...(said.get(saying) ?? []), fault]);
  }
  return [...said.values()].flatMap(([first, ...twins], position) =>
    first ? [itemOf(first, twins, position)] : [],
  );
};

const itemOf = (
  fault: FaultFieldsFragment,
  twins: readonly FaultFieldsFragment[],
  position: number,
): FaultItem => ({
  key: `${position} ${fault.rule} ${fault.path}`,
  severity: fault.severity === 'FATAL' ? 'blocking' : 'advice',
  technical: isTechnical(fault),
  fieldLabel: fault.label,
  found: isAboutFile(fault) ? null : (fault.found ?? undefined),
  message: fault.message,
  why: fault.why,
  nextStep: fault.nextStep,
  choices: fault.choices,
  rule: [...new Set([fault, ...twins].map(({ rule }) => rule)), ...fault.terms].join(' · '),
  place: fault.location ?? undefined,
});

/** No field is in question: nothing is "missing" from a file that cannot be read. */
const isAboutFile = ({ terms, path }: FaultFieldsFragment): boolean => terms.length === 0 && path === '';
