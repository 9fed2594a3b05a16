import { BUILDS, filesOf, loaded } from './files.ts';
import { absolute, type Line } from './line.ts';
import { type Weights, weighPackages } from './weights.ts';

/** What is loaded, every file of both builds, and whose code it is. */
export async function sizes(): Promise<Line[]> {
  const limits = loaded().map(({ build, part, bytes, limit }) =>
    absolute(`size: ${build} loads for its ${part}, gzip`, bytes / 1000, 'kB', limit / 1000),
  );
  const files = BUILDS.flatMap((build) =>
    filesOf(build).flatMap(({ file, raw, gzip }) => [
      absolute(`size: ${build}/${file}`, raw / 1000, 'kB', null),
      absolute(`size: ${build}/${file}, gzip`, gzip / 1000, 'kB', null),
    ]),
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
