import { BUILDS, filesOf, loaded } from './files.ts';
import { absolute, type Line, relative } from './line.ts';
import { type Weights, weighPackages } from './weights.ts';

/** What is loaded, every file of both builds, and whose code it is. */
export async function sizes(): Promise<Line[]> {
  const limits = loaded().flatMap(({ build, part, first, later, firstBytes, bytes, limit }) => [
    absolute(`size: ${build} loads for its ${part}, gzip`, bytes / 1000, 'kB', limit / 1000),
    ...(part === 'popup'
      ? [
          absolute(
            `size: ${build} popup, first frame: ${first.join(' ')}`,
            firstBytes / 1000,
            'kB',
            null,
          ),
          absolute(
            `size: ${build} popup, then: ${later.join(' ') || 'nothing'}`,
            (bytes - firstBytes) / 1000,
            'kB',
            null,
          ),
        ]
      : []),
  ]);
  const files = BUILDS.flatMap((build) =>
    filesOf(build).map(({ file, raw, gzip }) =>
      relative(`size: ${build}/${file}, gzip beside raw`, gzip / 1000, raw / 1000, 'kB', null),
    ),
  );
  return [...limits, ...files, ...weightLines(await weighPackages())];
}

/** The share of each package, in per cent: of the code before it is made small, for only that tells them apart. */
function weightLines(weights: Weights): Line[] {
  return [...weights].flatMap(([file, bytes]) => {
    const sum = [...bytes.values()].reduce((all, one) => all + one, 0);
    return [...bytes]
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, own]) => absolute(`share: ${name} in ${file}`, (own / sum) * 100, '%', null));
  });
}
