/** What each build loads, against its limit: `npm run sizes`. Ends with 1 where one is exceeded. */
import { loaded } from './bench/files.ts';

for (const one of loaded()) {
  const { build, part, first, later, firstBytes, bytes, limit } = one;
  const isTooLarge = bytes > limit;
  const verdict = isTooLarge ? 'TOO LARGE' : 'ok';
  const before = later.length === 0 ? '' : `, ${firstBytes} of them before its first frame`;
  const files = [...first, ...(later.length === 0 ? [] : ['then', ...later])].join(' ');
  console.log(
    `${build.padEnd(12)} ${part.padEnd(11)} ${bytes} of ${limit} bytes gzip${before}  ${verdict}  (${files})`,
  );
  if (isTooLarge) process.exitCode = 1;
}
