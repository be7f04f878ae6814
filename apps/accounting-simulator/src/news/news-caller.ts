import type { NewsAddress } from './news-address.js';

const PATIENCE_MS = 5_000;

/** Says that there is news, not what it is: one call at a time, and one more for whatever happened meanwhile. */
export class NewsCaller {
  private isCalling = false;
  private isAskedAgain = false;

  constructor(private readonly target: () => NewsAddress | undefined) {}

  call(): void {
    const target = this.target();
    if (!target) return;
    if (this.isCalling) {
      this.isAskedAgain = true;
      return;
    }
    this.isCalling = true;
    void this.post(target).then(() => {
      this.isCalling = false;
      if (!this.isAskedAgain) return;
      this.isAskedAgain = false;
      this.call();
    });
  }

  private async post({ address, token }: NewsAddress): Promise<void> {
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.arrayBuffer();
    } catch {
      // Whoever did not hear it asks for news sooner or later.
    }
  }
}
