import { z } from 'zod';

/** How badly the system behaves towards programs; its page for people always works. */
export const moodSettings = z.strictObject({
  /** Answers 503 to everything. */
  down: z.boolean(),
  /** Does what is asked and answers this many seconds later. */
  lateSeconds: z.number().min(0).max(120),
  /** Tells old changes again with the new ones. */
  repeatsChanges: z.boolean(),
  /** Does the next change asked of it and drops the connection instead of answering; then behaves again. */
  losesNextAnswer: z.boolean(),
  /** Answers 401 to everything, whatever the token. */
  refusesSignIn: z.boolean(),
  /** Takes no bill dated on this day or before: the fiscal period is closed. Null: every period is open. */
  closedUntil: z.iso.date().nullable(),
});

export type MoodSettings = z.infer<typeof moodSettings>;

type MoodChange = { readonly [Name in keyof MoodSettings]?: MoodSettings[Name] | undefined };

const wellBehaved: MoodSettings = {
  down: false,
  lateSeconds: 0,
  repeatsChanges: false,
  losesNextAnswer: false,
  refusesSignIn: false,
  closedUntil: null,
};

export class Moods {
  private settings = wellBehaved;

  get current(): MoodSettings {
    return this.settings;
  }

  change(settings: MoodChange): MoodSettings {
    const given = Object.entries(settings).filter(([, value]) => value !== undefined);
    this.settings = { ...this.settings, ...Object.fromEntries(given) };
    return this.settings;
  }

  reset(): MoodSettings {
    return this.change(wellBehaved);
  }

  /** True once, for the change whose answer is to be lost. */
  takeLostAnswer(): boolean {
    const lost = this.settings.losesNextAnswer;
    if (lost) this.change({ losesNextAnswer: false });
    return lost;
  }
}
