import { z } from 'zod';
import type { FormHandle } from '../form.ts';

/** As large as the store's ids can be. */
const id = z.int32().positive();

/** Words with something in them; the bot decides what else may be wrong with an answer. */
const text = z.string().refine((words) => words.trim() !== '');

export const Said = z.object({ channel: z.string(), thread: id.optional(), text });

export const Pressed = z.object({ message: id, action: z.string() });

const handle: z.ZodType<FormHandle> = z.object({
  action: z.string(),
  submission: z.string().min(1),
  channel: z.string(),
  thread: id.optional(),
  on: id.optional(),
});

export const Sent = z.object({ handle, values: z.record(z.string(), z.string()) });

export const Rewritten = z.object({ text });

export const ClockMoved = z.object({
  channel: z.string(),
  move: z.enum(['next', 'deadline', 'others']),
});

export type ClockMove = z.infer<typeof ClockMoved>;
