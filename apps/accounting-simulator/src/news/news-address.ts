import { z } from 'zod';

/** Where somebody wants to be told that there is news, and the token that lets us say it. */
export const newsAddress = z.strictObject({
  address: z.url({ protocol: /^https?$/ }),
  token: z.string().min(1).max(500),
});

export type NewsAddress = z.infer<typeof newsAddress>;
