import { useCallback, useMemo, useState } from 'react';

type Flat = Readonly<Record<string, unknown>>;

const read = (key: string): Flat => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Flat) : {};
  } catch {
    return {};
  }
};

const keep = (key: string, changes: Flat): void => {
  if (Object.keys(changes).length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(changes));
};

/** Only fields that are there and say something else than what is saved. */
export const differing = <Draft extends object>(saved: Draft, changes: Flat): Partial<Draft> =>
  Object.fromEntries(
    Object.entries(changes).filter(([field, value]) => field in saved && (saved as Flat)[field] !== value),
  ) as Partial<Draft>;

export interface KeptDraft<Draft> {
  readonly draft: Draft;
  readonly isChanged: boolean;
  readonly change: (changes: Partial<Draft>) => void;
  readonly forget: () => void;
}

/**
 * What is typed over what is saved, kept on this device until saved or given up. Only the fields that differ are kept:
 * what a colleague changes meanwhile shows in the others.
 */
export const useKeptDraft = <Draft extends object>(key: string, saved: Draft): KeptDraft<Draft> => {
  const [kept, setKept] = useState(() => ({ key, changes: read(key) }));
  const current = kept.key === key ? kept.changes : read(key);
  const changes = useMemo(() => differing(saved, current), [saved, current]);
  const put = useCallback(
    (next: Flat) => {
      keep(key, next);
      setKept({ key, changes: next });
    },
    [key],
  );
  return {
    draft: { ...saved, ...changes },
    isChanged: Object.keys(changes).length > 0,
    change: (further) => put(differing(saved, { ...changes, ...further })),
    forget: () => put({}),
  };
};
