/** What a colour means. Each goes with an icon and a word: never colour alone. */
export type Tone = 'neutral' | 'progress' | 'info' | 'success' | 'warning' | 'danger';
