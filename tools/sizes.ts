/** What each build loads, against its limit: `npm run sizes`. Ends with 1 where one is exceeded. */
import { loaded } from './bench/files.ts';

for (const { build, part, files, bytes, limit } of loaded()) {
  const verdict = bytes > limit ? 'TOO LARGE' : 'ok';
  console.log(
    `${build.padEnd(12)} ${part.padEnd(12)} ${bytes} of ${limit} bytes gzip  ${verdict}  (${files.join(', ')})`,
  );
  if (bytes > limit) process.exitCode = 1;
}
