/** What is to be paid, as people count it: a credit note takes away. Its own figures stay as sent. */
export const signedDue = ({
  due,
  isCreditNote,
}: {
  readonly due: string;
  readonly isCreditNote: boolean;
}): string => {
  if (!isCreditNote) return due;
  return due.startsWith('-') ? due.slice(1) : `-${due}`;
};
