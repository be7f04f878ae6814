import type { FaultItem } from './fault-item.js';

/** One remark, however often it is made. */
export interface Remark {
  readonly rule: string;
  readonly message: string;
  readonly count: number;
}

/** What a person reads one by one, what blocks first, and the technical remarks beside it, each once. */
export const splitFaults = (
  faults: readonly FaultItem[],
): { readonly told: readonly FaultItem[]; readonly remarks: readonly Remark[] } => {
  const told = faults.filter((fault) => !isRemark(fault));
  const remarks = new Map<string, Remark>();
  for (const { rule, message } of faults.filter(isRemark)) {
    const known = remarks.get(rule);
    remarks.set(rule, known ? { ...known, count: known.count + 1 } : { rule, message, count: 1 });
  }
  return {
    told: [...told.filter(isBlocking), ...told.filter((fault) => !isBlocking(fault))],
    remarks: [...remarks.values()],
  };
};

/** What stops the sending is never told in short. */
const isRemark = ({ severity, technical }: FaultItem): boolean => technical === true && severity === 'advice';

const isBlocking = ({ severity }: FaultItem): boolean => severity === 'blocking';
