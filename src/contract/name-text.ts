import { z } from 'zod';

/** What people call something: one line. */
export const nameText = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\r\n]*$/, 'a name is one line');
