export const en = {
  unreachable: 'Parvis does not answer. Check your connection, then try again.',
  failed: 'A fault on our side kept this from being shown. Try again; if it goes on, quote the reference.',
} as const;
