import { Decimal } from '@parvis/domain/amount/decimal';
import { formatNumber } from '@parvis/domain/display/format';
import type { Language } from '@parvis/domain/display/language';
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
  found: isAboutFile(fault) ? null : foundIn(fault),
  message: fault.message,
  why: fault.why,
  nextStep: fault.nextStep,
  choices: fault.choices,
  rule: [...new Set([fault, ...twins].map(({ rule }) => rule)), ...fault.terms].join(' · '),
  place: fault.location ?? undefined,
});

/** An amount as its sentence writes it, « 1 711,31 » in « (1 711,31 €) »; whatever else was found as it was sent. */
const foundIn = ({ found, message }: FaultFieldsFragment): string | undefined => {
  if (!found || !isAmount(found)) return found ?? undefined;
  const asSaid = languages.map((language) => formatNumber(found, language, 2));
  return asSaid.find((text) => standsIn(message, text)) ?? found;
};

/** `207.36` does not stand in `207.360`. */
const standsIn = (message: string, figure: string): boolean =>
  message
    .split(figure)
    .slice(1)
    .some((after) => !/^\d/.test(after));

const languages: readonly Language[] = ['fr', 'en'];

const isAmount = (text: string): boolean =>
  text.length <= MAXIMUM_AMOUNT && Decimal.parse(text) !== undefined;

const MAXIMUM_AMOUNT = 40;

/** No field is in question: nothing is "missing" from a file that cannot be read. */
const isAboutFile = ({ terms, path }: FaultFieldsFragment): boolean => terms.length === 0 && path === '';
