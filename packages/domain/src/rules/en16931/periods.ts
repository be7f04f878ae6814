import type { Period } from '../../invoice/invoice.js';
import { isUbl, type Judged } from '../rule.js';
import type { WrittenFile } from '../written-file.js';

/** There is a start or an end, whatever stands in it. */
export const isFilled = ({ start, end }: Period, file: WrittenFile, path: string): boolean =>
  file.has(`${path}.start`, start) || file.has(`${path}.end`, end);

/** Silent where one of the two is missing. CII compares what is written in format 102, letter by letter. */
export const endsAfterStart = ({ start, end }: Period, { context, file }: Judged, path: string): boolean => {
  const startPath = `${path}.start`;
  const endPath = `${path}.end`;
  if (isUbl(context)) return !start || !end || end >= start;
  if (!file.has(startPath, start) || !file.has(endPath, end)) return true;
  if (file.isHollow(startPath) || file.isHollow(endPath)) return false;
  return (
    inFormat102(file.text(endPath, undefined), end) >= inFormat102(file.text(startPath, undefined), start)
  );
};

const inFormat102 = (written: string | undefined, date = ''): string => written ?? date.replaceAll('-', '');
