/** The invoice's file: given with the act, or uploaded before it. */
export type IncomingFile =
  | { readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly uploadId: string; readonly fileName?: string };
