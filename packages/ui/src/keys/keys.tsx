import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyBinding } from './key-binding.js';
import { KeyHelp } from './key-help.js';

interface KeysContext {
  readonly register: (bindings: () => readonly KeyBinding[]) => () => void;
  readonly showHelp: () => void;
}

const Context = createContext<KeysContext>({ register: () => () => {}, showHelp: () => {} });

/** A letter typed in a field is text, and an open dialog has the keyboard to itself. */
const isElsewhere = ({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean =>
  ctrlKey ||
  metaKey ||
  altKey ||
  defaultPrevented ||
  (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null) ||
  document.querySelector('dialog:modal') !== null;

const isOpen = (when: KeyBinding['when']): boolean => when?.() ?? true;

/** Hears the single keys of the page, and shows them on `?`. */
export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const sources = useRef(new Set<() => readonly KeyBinding[]>());
  const [help, setHelp] = useState<readonly KeyBinding[]>();

  const showHelp = useCallback(
    () => setHelp([...sources.current].flatMap((source) => source()).filter(({ when }) => isOpen(when))),
    [],
  );
  const register = useCallback((source: () => readonly KeyBinding[]) => {
    sources.current.add(source);
    return () => void sources.current.delete(source);
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isElsewhere(event)) return;
      if (event.key === '?') {
        event.preventDefault();
        return showHelp();
      }
      // The last to come is the nearest to the person: a panel's keys win over the page's.
      const bindings = [...sources.current].reverse().flatMap((source) => source());
      const binding = bindings.find(({ key, run, when }) => key === event.key && run && isOpen(when));
      if (!binding?.run) return;
      event.preventDefault();
      binding.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [showHelp]);

  const value = useMemo(() => ({ register, showHelp }), [register, showHelp]);
  return (
    <Context value={value}>
      {children}
      <KeyHelp bindings={help} onClose={() => setHelp(undefined)} />
    </Context>
  );
}

/** Keys that work while the component is on the page. They are listed by `?` in the order given. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const { register } = use(Context);
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => register(() => latest.current), [register]);
}

/** Opens the list of the page's keys, as `?` does. */
export const useKeyHelp = (): (() => void) => use(Context).showHelp;
