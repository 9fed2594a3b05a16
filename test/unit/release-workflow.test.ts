import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rootFile } from '../support/sources';

// What a tag sets off, and who gets to see the stores' keys.

interface Job {
  needs?: string;
  uses?: string;
  environment?: string;
  steps?: { uses?: string; run?: string; env?: Record<string, string> }[];
  strategy?: { matrix: Record<string, unknown> };
}

const jobsOf = (name: string) =>
  parse(rootFile(`.github/workflows/${name}.yml`)).jobs as Record<string, Job>;
const release = rootFile('.github/workflows/release.yml');
const jobs = jobsOf('release');

test('all tests pass before anything is made, and all is made and signed before a store gets it', () => {
  expect(jobs.test?.uses).toBe('./.github/workflows/ci.yml');
  const order = Object.entries(jobs).map(([name, { needs = null }]) => [name, needs]);
  expect(order).toEqual([
    ['test', null],
    ['build', 'test'],
    ['publish', 'build'],
    ['submit', 'publish'],
  ]);
});

test('tests run in each browser on each system', () => {
  expect(jobsOf('ci').e2e?.strategy?.matrix).toMatchObject({
    os: ['ubuntu', 'windows', 'macos'],
    browser: ['Chrome', 'Edge', 'Firefox'],
  });
});

describe('the keys of the stores', () => {
  const submit = jobs.submit?.steps ?? [];

  test.each(['ci', 'release'])('are in no job of %s that nobody must agree to', (name) => {
    const { jobs: all, ...top } = parse(rootFile(`.github/workflows/${name}.yml`));
    const others = Object.values<Job>(all).filter(({ environment }) => environment === undefined);
    expect(JSON.stringify([top, others])).not.toContain('secrets');
  });

  test('are each in the step of one store only', () => {
    const stores = submit.filter(({ env = {} }) => JSON.stringify(env).includes('secrets.'));
    expect(stores).toHaveLength(3);
    for (const { run = '', env = {} } of stores) {
      const [, store = ''] = /^\$SUBMIT --(chrome|edge|firefox)-zip /.exec(run) ?? [];
      const names = Object.keys(env).filter((key) => !key.startsWith(`${store.toUpperCase()}_`));
      expect(names).toEqual([]);
    }
  });

  test('are beside nothing but what sends the archives, which runs no install script', () => {
    const commands = submit.flatMap(({ run = [] }) => run);
    expect(commands.filter((command) => !command.startsWith('$SUBMIT '))).toEqual([
      'npm ci --ignore-scripts',
    ]);
  });

  test('have the names that docs/release.md says', () => {
    const used = [...release.matchAll(/\b(?:secrets|vars)\.(\w+)/g)].map(([, name]) => name);
    const said = [...rootFile('docs/release.md').matchAll(/`((?:CHROME|EDGE|FIREFOX)_\w+)`/g)].map(
      ([, name]) => name,
    );
    expect(new Set(used)).toEqual(new Set(said));
  });
});
