import * as z from 'zod/mini';
import { TargetSchema } from '../../utils/sites/schema';

const text = (max: number) => z.string().check(z.maxLength(max));

/** What the picker says comes out of a page's process: bounded and parsed like all that does. */
export const PickerSaysSchema = z.union([
  z.object({ left: z.literal(true) }),
  z.object({
    picked: z.object({
      url: text(4_096),
      title: text(300),
      kind: z.enum(['email', 'name', 'code']),
      reads: z
        .array(z.object({ target: TargetSchema, value: text(320), name: text(320) }))
        .check(z.minLength(1), z.maxLength(3)),
    }),
  }),
]);
