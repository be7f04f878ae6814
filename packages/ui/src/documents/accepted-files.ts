/** One entry of `<input accept>`: an extension, a media type or a family of them (`image/*`). */
const isOfKind = (file: File, kind: string): boolean => {
  if (kind.startsWith('.')) return file.name.toLowerCase().endsWith(kind.toLowerCase());
  if (kind.endsWith('/*')) return file.type.startsWith(kind.slice(0, -1));
  return file.type === kind;
};

export interface SplitFiles {
  readonly welcome: readonly File[];
  readonly wrongKind: readonly File[];
  readonly tooLarge: readonly File[];
}

/** The files that may come in, and the others with the cause: the browser checks neither dropped files nor sizes. */
export const splitByAcceptance = (
  files: readonly File[],
  accept: string | undefined,
  maximumBytes: number | undefined,
): SplitFiles => {
  const kinds = kindsOf(accept);
  const isOurs = (file: File) => kinds.length === 0 || kinds.some((kind) => isOfKind(file, kind));
  const isTooLarge = ({ size }: File) => maximumBytes !== undefined && size > maximumBytes;
  return {
    welcome: files.filter((file) => isOurs(file) && !isTooLarge(file)),
    wrongKind: files.filter((file) => !isOurs(file)),
    tooLarge: files.filter((file) => isOurs(file) && isTooLarge(file)),
  };
};

/** "XML, PDF": the extensions among the accepted kinds, as people call them. */
export const extensionNames = (accept: string | undefined): string =>
  kindsOf(accept)
    .filter((kind) => kind.startsWith('.'))
    .map((kind) => kind.slice(1).toUpperCase())
    .join(', ');

const kindsOf = (accept: string | undefined): readonly string[] =>
  accept?.split(',').map((kind) => kind.trim()) ?? [];
