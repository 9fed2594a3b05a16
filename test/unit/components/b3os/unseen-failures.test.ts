import { describe, expect, test } from 'vitest';
import type { B3osFeed } from '../../../../lib/core/state/feed';
import { workflow, workflowFeed } from '../../../support/examples/example-feed';
import { exampleSituation } from '../../../support/examples/example-situation';
import { popupHtml, SECTIONS, textOf } from '../../../support/examples/popup-markup';

const failed = (patch: Partial<B3osFeed> = {}) =>
  workflowFeed({ data: workflow('workflow_failed'), isSeen: false, label: 'Kit da Ana', ...patch });
const shown = (...others: B3osFeed[]) =>
  textOf(popupHtml(exampleSituation(), { others, sections: SECTIONS }));

describe('a workflow that failed and was not seen', () => {
  test('is named under the clock, before the numbers of the day', () => {
    const text = shown(failed());
    const [under = '', rest = ''] = text.split('Idle today');
    expect(under).toContain('Needs a look Kit da Ana Failed');
    expect(rest).toContain('Workflows Kit da Ana');
  });

  test('is named without a timer, too', () => {
    const nothing = exampleSituation({ kind: 'disconnected', timer: null });
    const html = popupHtml(nothing, { others: [failed()], sections: SECTIONS });
    expect(textOf(html)).toContain('Needs a look Kit da Ana');
  });

  test('is no news once it was seen', () => {
    expect(shown(failed({ isSeen: true }))).not.toContain('Needs a look');
  });
});

test('what ended well, or goes on, needs no look', () => {
  for (const status of ['workflow_succeeded', 'workflow_cancelled', 'workflow_running']) {
    expect(shown(failed({ data: workflow(status) }))).not.toContain('Needs a look');
  }
});
