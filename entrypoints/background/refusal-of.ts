import { type Failure, failure } from '../../lib/core/feeds/failure';

/**
 * Writes something, which the browser may refuse: mostly because the disk is full.
 * @param problem what to report then
 * @returns null once it is written, else the failure
 */
export async function refusalOf(
  write: () => Promise<unknown>,
  problem: string,
): Promise<Failure | null> {
  try {
    await write();
    return null;
  } catch (error) {
    console.error(problem, error);
    return failure('storage');
  }
}
