/** Makes one function of the browser's API refuse, in each way in which it may. */
import { onTestFinished } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export const WAYS = ['rejects', 'throws', 'is missing'] as const;
type Way = (typeof WAYS)[number];

const REFUSED = new Error('Refused on purpose');

/**
 * @param name with its place: `storage.local.get`
 * @returns lets it work again. So does the end of the test
 */
export function refuse(name: string, way: Way): () => void {
  const path = name.split('.');
  const last = path.pop() ?? '';
  // The fakes are plain objects with functions in them.
  const holder = path.reduce<Record<string, unknown>>(
    (inner, key) => inner[key] as Record<string, unknown>,
    fakeBrowser as unknown as Record<string, unknown>,
  );
  const real = holder[last];
  if (real === undefined) throw new Error(`The fake browser has no ${name}`);
  const refusing: Record<Way, unknown> = {
    rejects: () => Promise.reject(REFUSED),
    throws: () => {
      throw REFUSED;
    },
    'is missing': undefined,
  };
  holder[last] = refusing[way];
  const heal = () => {
    holder[last] = real;
  };
  onTestFinished(heal);
  return heal;
}
