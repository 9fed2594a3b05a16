import * as z from '../zod';
import type { Timer } from './timer';

/** What is expected of one user on one project, as Olie answered it. */
export const estimateSchema = z.object({
  projectId: z.string(),
  userId: z.string(),
  /** The moment for which `elapsedS` is true, epoch milliseconds on the server's clock. */
  answeredAtMs: z.boundedNumber(),
  expectedS: z.boundedNumber(),
  /** Tracked by the user on the project, all days together. */
  elapsedS: z.boundedNumber(),
  /** Currency units; 0 if there are none. */
  expectedAmount: z.boundedNumber(),
  /** Currency units an hour; 0 if there is none. */
  hourlyRate: z.boundedNumber(),
  /** The project's state in Olie's own word; '' if it is not known. */
  status: z.catch(z.string(), ''),
  /** The whole project's, in a unit that Olie does not name; 0 if there is none. */
  budget: z.catch(z.boundedNumber(), 0),
});
export type Estimate = z.infer<typeof estimateSchema>;

/** What an estimate would be about: the user and the running project. Null if none could be shown. */
export function estimateSubject({ current, hidden, userId }: Timer): string | null {
  return current?.projectId && userId && !hidden ? `${userId} ${current.projectId}` : null;
}

/** The known estimate, if it is about this user and the project that runs, and times may be shown. */
export function shownEstimate(timer: Timer): Estimate | null {
  const { estimate } = timer;
  return estimate && estimateSubject(timer) === `${estimate.userId} ${estimate.projectId}`
    ? estimate
    : null;
}
