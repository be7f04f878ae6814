/** One key of a page. Without `run` it is only listed: the browser does it (Enter on a link). */
export interface KeyBinding {
  /** `KeyboardEvent.key`: `j`, `/`, `Enter`, `Escape`. */
  readonly key: string;
  readonly does: string;
  /** False while the key belongs to another part of the page. */
  readonly when?: (() => boolean) | undefined;
  readonly run?: (() => void) | undefined;
}
