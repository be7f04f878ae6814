/** A failure as Dolibarr tells it: a status, words, and sometimes more words. */
export class RestFailure extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}
