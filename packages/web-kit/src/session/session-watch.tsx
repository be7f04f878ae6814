/**
 * Knows whether the session has ended under someone's hands. Requests refused for it wait here, with all that was
 * typed still on the page, and go again once the person has signed in.
 */
export class SessionWatch {
  private expired = false;
  private readonly waiting = new Set<() => void>();
  private readonly listeners = new Set<() => void>();
  private readonly doubters = new Set<() => void>();

  /** Resolves when the person has signed in again. */
  readonly signedInAgain = (): Promise<void> => {
    this.show(true);
    return new Promise((resolve) => this.waiting.add(resolve));
  };

  readonly signedIn = (): void => {
    for (const resume of this.waiting) resume();
    this.waiting.clear();
    this.show(false);
  };

  /** A right was missing that the page offered: what one may do has changed meanwhile. */
  readonly doubtRights = (): void => {
    for (const listener of this.doubters) listener();
  };

  readonly subscribeToDoubts = (listener: () => void): (() => void) => {
    this.doubters.add(listener);
    return () => this.doubters.delete(listener);
  };

  readonly isExpired = (): boolean => this.expired;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private show(expired: boolean): void {
    this.expired = expired;
    for (const listener of this.listeners) listener();
  }
}
