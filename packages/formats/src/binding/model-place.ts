/** Where something goes in the model: the list whose entry holds it (empty for the document) and the way from there. */
export interface ModelPlace {
  readonly list: string;
  readonly fields: readonly string[];
}

/** `lines[].price.net` is `price.net` of an entry of `lines[]`. */
export const splitAtList = (path: string): ModelPlace => {
  const end = path.lastIndexOf('[]');
  const list = end < 0 ? '' : path.slice(0, end + 2);
  return { list, fields: (end < 0 ? path : path.slice(end + 3)).split('.') };
};
