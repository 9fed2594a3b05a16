import { describe, expect, test } from 'vitest';
import { exampleSituation } from '../../../support/examples/example-situation';
import { exampleExecution, exampleTimer } from '../../../support/examples/example-timer';
import { popupHtml, textOf } from '../../../support/examples/popup-markup';

describe('without a project in the answer', () => {
  const unnamed = { projectCode: '', projectName: '' };
  const recent = exampleTimer().recent.map((session) => ({ ...session, ...unnamed }));
  const timer = exampleTimer({ current: exampleExecution(unnamed), recent });

  test('no title is empty, and nothing begins or ends with nothing', () => {
    const html = popupHtml(exampleSituation({ timer }));
    expect(html).not.toMatch(/<(h1|bdi|li)[^>]*>\s*<\//);
    expect(html).not.toMatch(/title=", |>, since/);
    expect(textOf(html)).toContain('Running: No project named');
    expect(textOf(html).match(/No project named/g)?.length).toBeGreaterThan(3);
  });

  test('nor does the last session', () => {
    const stopped = { ...timer, current: null };
    const html = popupHtml(exampleSituation({ kind: 'stopped', timer: stopped }));
    expect(textOf(html)).toMatch(/Last: *No project named *, ended/);
  });
});
