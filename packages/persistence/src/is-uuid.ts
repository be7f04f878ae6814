/** What no row can be called is not asked for: PostgreSQL would call the question wrong, not the answer empty. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
