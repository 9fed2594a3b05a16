import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { lintWorkflow } from '../support/lint-workflow';
import { ROOT, rootFile } from '../support/sources';

// What GitHub reads. A mistake there shows only once it is pushed.

const filesIn = (folder: string) =>
  readdirSync(ROOT + folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name}`);
const WORKFLOWS = filesIn('.github/workflows');

interface Job {
  permissions?: Record<string, string>;
  steps?: { uses?: string; run?: string; with?: object }[];
}

describe.each(WORKFLOWS)('%s', (path) => {
  const text = rootFile(path);
  const jobs = Object.values(parse(text).jobs as Record<string, Job>);

  test('is a workflow without mistakes', async () => {
    expect(await lintWorkflow(path, text)).toEqual([]);
  });

  test('uploads what is in a folder whose name begins with a dot, too', () => {
    const uploads = jobs
      .flatMap(({ steps = [] }) => steps)
      .filter(({ uses }) => uses?.startsWith('actions/upload-artifact'));
    for (const upload of uploads) {
      expect(upload.with).toMatchObject({ 'include-hidden-files': true });
    }
  });

  test('may only read, unless a job says otherwise', () => {
    expect(parse(text)).toMatchObject({ permissions: { contents: 'read' } });
  });

  test('runs no package in a job that may write or sign', () => {
    const mayWrite = jobs.filter(({ permissions = {} }) =>
      Object.values(permissions).includes('write'),
    );
    const run = mayWrite.flatMap(({ steps = [] }) => steps).flatMap((step) => step.run ?? []);
    expect(run.filter((command) => !command.startsWith('gh '))).toEqual([]);
  });

  test('runs actions of GitHub itself, by their major versions', () => {
    const used = [...text.matchAll(/\buses: (.+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^(?:actions\/[\w-]+@v\d+|\.\/\S+)$/);
  });

  test('runs scripts that there are', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(rootFile('package.json')));
    const run = [...text.matchAll(/\bnpm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name);
    expect(run.filter((name) => name && !(name in scripts))).toEqual([]);
  });
});

const JOB = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    ';

test.each([
  ['permissions: { contents: red }\n    steps: [run: ls]', ["5: Unexpected value 'red'"]],
  ['needs: b\n    steps: [run: ls]', ["5: Value 'b' is not valid"]],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's
  ['steps: [{ run: "${{ matrx.os }}" }]', ["5: Unrecognized named-value: 'matrx'"]],
  ['steps: [{ run: ls, wth: 1 }]', ["5: Unexpected value 'wth'"]],
])('a mistake would be found: %s', async (job, mistakes) => {
  const found = await lintWorkflow('.github/workflows/a.yml', `${JOB}${job}\n`);
  expect(found).toEqual(expect.arrayContaining(mistakes));
});

// https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
const FIELD = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('markdown'),
    attributes: z.strictObject({ value: z.string().min(1) }),
  }),
  z.strictObject({
    type: z.literal('textarea'),
    id: z.string().regex(/^[\w-]+$/),
    attributes: z.strictObject({
      label: z.string().min(1),
      description: z.string().optional(),
      placeholder: z.string().optional(),
      value: z.string().optional(),
      render: z.string().optional(),
    }),
    validations: z.strictObject({ required: z.boolean() }).optional(),
  }),
  z.strictObject({
    type: z.literal('dropdown'),
    id: z.string().regex(/^[\w-]+$/),
    attributes: z.strictObject({
      label: z.string().min(1),
      description: z.string().optional(),
      multiple: z.boolean().optional(),
      options: z.array(z.string()).min(1),
    }),
    validations: z.strictObject({ required: z.boolean() }).optional(),
  }),
]);
const FORM = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  labels: z.array(z.string()),
  body: z.array(FIELD).min(1),
});

describe.each(filesIn('.github/ISSUE_TEMPLATE').filter((path) => !path.endsWith('/config.yml')))(
  '%s',
  (path) => {
    test('is a form as GitHub reads it', () => {
      const { body } = FORM.parse(parse(rootFile(path)));
      const names = body.flatMap((field) =>
        field.type === 'markdown' ? [] : [field.id, field.attributes.label],
      );
      expect(new Set(names).size, 'every id and label is another').toBe(names.length);
      expect(body.some(({ type }) => type !== 'markdown')).toBe(true);
    });
  },
);

// https://docs.github.com/code-security/dependabot/working-with-dependabot/dependabot-options-reference
const UPDATE = z.enum(['major', 'minor', 'patch']);
const DEPENDABOT = z.strictObject({
  version: z.literal(2),
  updates: z.array(
    z.strictObject({
      'package-ecosystem': z.enum(['npm', 'github-actions']),
      directory: z.enum(['/', '/tools/submit']),
      schedule: z.strictObject({ interval: z.enum(['daily', 'weekly', 'monthly']) }),
      groups: z.record(z.string(), z.strictObject({ 'update-types': z.array(UPDATE) })).optional(),
      ignore: z
        .array(
          z.strictObject({
            'dependency-name': z.string(),
            versions: z.array(z.string()).optional(),
            'update-types': z
              .array(z.templateLiteral(['version-update:semver-', UPDATE]))
              .optional(),
          }),
        )
        .optional(),
    }),
  ),
});

test('Dependabot can read what it shall do, and ignores only what we depend on', () => {
  const { updates } = DEPENDABOT.parse(parse(rootFile('.github/dependabot.yml')));
  const places = updates.map((update) => `${update['package-ecosystem']} in ${update.directory}`);
  expect(places).toEqual(['npm in /', 'npm in /tools/submit', 'github-actions in /']);
  const lock = rootFile('package-lock.json');
  for (const ignored of updates.flatMap(({ ignore = [] }) => ignore)) {
    expect(lock).toContain(`"node_modules/${ignored['dependency-name'].replace('*', '')}`);
  }
});
