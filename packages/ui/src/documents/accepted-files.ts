/** One entry of `<input accept>`: an extension, a media type or a family of them (`image/*`). */
const isOfKind = (file: File, kind: string): boolean => {
  if (kind.startsWith('.')) return file.name.toLowerCase().endsWith(kind.toLowerCase());
  if (kind.endsWith('/*')) return file.type.startsWith(kind.slice(0, -1));
  return file.type === kind;
};

/** The files that may come in, and the others: the browser checks neither dropped files nor sizes. */
export const splitByAcceptance = (
  files: readonly File[],
  accept: string | undefined,
  maximumBytes: number | undefined,
): { readonly welcome: readonly File[]; readonly refused: readonly File[] } => {
  const kinds = accept?.split(',').map((kind) => kind.trim()) ?? [];
  const isWelcome = (file: File) =>
    (kinds.length === 0 || kinds.some((kind) => isOfKind(file, kind))) &&
    (maximumBytes === undefined || file.size <= maximumBytes);
  return {
    welcome: files.filter(isWelcome),
    refused: files.filter((file) => !isWelcome(file)),
  };
};
