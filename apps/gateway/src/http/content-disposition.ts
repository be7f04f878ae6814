/** RFC 6266 with the RFC 5987 form beside a plain one, so that « Énergies.xml » keeps its accent where that is known. */
export const contentDisposition = (kind: 'inline' | 'attachment', fileName: string): string => {
  const name = withoutControls(fileName).replaceAll(/[/\\]/g, '_') || 'document';
  const plain = name.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["%]/g, '_');
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encode5987(name)}`;
};

const withoutControls = (text: string): string =>
  [...text].filter((character) => character >= ' ' && character !== '\u007f').join('');

const encode5987 = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
