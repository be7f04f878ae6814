/** Where a page begins: after this record of Tryton's. Anything else begins again, which is harmless. */
export const placeOf = (place: string | null): number =>
  place !== null && /^\d+$/.test(place) ? Number(place) : 0;

/** Where the next page begins; null after the last. */
export const nextPlace = (rows: readonly { readonly id: number }[], pageSize: number): string | null => {
  const last = rows.at(-1);
  return last && rows.length >= pageSize ? String(last.id) : null;
};
