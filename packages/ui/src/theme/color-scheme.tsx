import { useLayoutEffect, useSyncExternalStore } from 'react';

export type ColorScheme = 'light' | 'dark';

const KEY = 'parvis.color-scheme';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

const tell = (): void => {
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  darkSystem.addEventListener('change', listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    darkSystem.removeEventListener('change', listener);
    removeEventListener('storage', listener);
  };
};

/** The person's choice on this device, else the system's. */
const current = (): ColorScheme => {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return darkSystem.matches ? 'dark' : 'light';
};

export const chooseColorScheme = (scheme: ColorScheme): void => {
  localStorage.setItem(KEY, scheme);
  tell();
};

export const useColorScheme = (): ColorScheme => useSyncExternalStore(subscribe, current);

/** Has the whole page wear the scheme: tokens.css knows both. */
export const useWornColorScheme = (forced: ColorScheme | undefined): void => {
  const scheme = useColorScheme();
  useLayoutEffect(() => {
    document.documentElement.dataset.colorScheme = forced ?? scheme;
  }, [forced, scheme]);
};
