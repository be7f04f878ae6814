import type { ComponentType } from 'react';

export interface NavigationEntry {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  /** An icon of @tabler/icons-react. */
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** What waits there; not shown at zero. */
  readonly count?: number | undefined;
  /** The count in words, for screen readers: "12 factures à traiter". */
  readonly countLabel?: string | undefined;
  readonly current?: boolean | undefined;
}

export interface FrameEnvironment {
  /** Short, shown everywhere and in the page title: "Démonstration". */
  readonly label: string;
  /** One sentence: "Rien de ce que vous faites ici n'est transmis." */
  readonly explanation?: string | undefined;
}

export interface FrameAccount {
  readonly name: string;
  readonly detail?: string | undefined;
  readonly entries?:
    | readonly { readonly label: string; readonly href?: string; readonly onSelect?: () => void }[]
    | undefined;
  readonly onSignOut: () => void;
}
