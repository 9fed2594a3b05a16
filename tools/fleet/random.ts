/** A number from 0 to 1, 1 excluded. */
export type Random = () => number;

/** The same numbers for the same seed (sfc32, seeded by its own first draws). */
export function seeded(...seed: number[]): Random {
  let [a = 0, b = 0, c = 0] = seed;
  let counter = 1;
  const draw = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let index = 0; index < 20; index += 1) draw();
  return draw;
}
