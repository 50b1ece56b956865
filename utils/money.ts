import * as z from 'zod/mini';

/** An amount of money: integer minor units (cents, fen; yen itself) with its ISO 4217 code. */
export const Money = z.object({
  minor: z.int(),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, { error: 'not an ISO 4217 code' })),
});
export type Money = z.infer<typeof Money>;
