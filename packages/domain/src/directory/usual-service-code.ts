/**
 * How purchase orders and other software usually write a service code: capitals, digits, hyphens and underscores.
 * Undefined when the code is written so already, or when nothing of it would be left.
 */
export const usualServiceCode = (typed: string): string | undefined => {
  const usual = typed
    .trim()
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return usual === '' || usual === typed.trim() ? undefined : usual;
};
