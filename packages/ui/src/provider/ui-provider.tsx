import '../theme/tokens.css';
import '../theme/global.css';
import type { ComponentType, ReactNode } from 'react';
import { KeysProvider } from '../keys/keys.js';
import { LanguageProvider } from '../language/language.js';
import type { UiLanguage } from '../language/words.js';
import { type LinkProps, LinkProvider } from '../link/link.js';
import { useWornColorScheme } from '../theme/color-scheme.js';
import { ToastProvider } from '../toast/toasts.js';

export interface UiProviderProps {
  readonly language: UiLanguage;
  /** Draws every link of every component; give it the router's. */
  readonly link?: ComponentType<LinkProps> | undefined;
  /** For the gallery and for tests: otherwise the person's choice, then the system's. */
  readonly forceColorScheme?: 'light' | 'dark' | undefined;
  readonly children: ReactNode;
}

/** Everything the components need around them, once at the root of an app: styles, language, links, keys, toasts. */
export function UiProvider({ language, link, forceColorScheme, children }: UiProviderProps) {
  useWornColorScheme(forceColorScheme);
  const inside = (
    <KeysProvider>
      <ToastProvider>{children}</ToastProvider>
    </KeysProvider>
  );
  return (
    <LanguageProvider language={language}>
      {link ? <LinkProvider component={link}>{inside}</LinkProvider> : inside}
    </LanguageProvider>
  );
}
