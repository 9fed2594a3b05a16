import { h } from 'preact';
import { describe, expect, test } from 'vitest';
import type { Section, SectionProps } from '../../../../components/popup/section';
import { type FailureKind, failure } from '../../../../lib/core/feeds/failure';
import { runsFeed, workflowFeed } from '../../../support/examples/example-feed';
import { exampleSituation } from '../../../support/examples/example-situation';
import { exampleTimer } from '../../../support/examples/example-timer';
import { popupHtml, textOf } from '../../../support/examples/popup-markup';

const otherFeeds = [
  workflowFeed({ connectionId: 'a', label: 'Order 7' }),
  runsFeed({ connectionId: 'b', label: 'Zaia' }),
  workflowFeed({ connectionId: 'c', label: 'Order 8' }),
];

/** Made-up sections that print the feeds they get. */
function sectionsOf(...kinds: string[]) {
  const given: Record<string, SectionProps> = {};
  const section = (kind: string): Section => ({
    View: (props) => {
      given[kind] = props;
      return h('section', {}, `${kind}: ${props.feeds.map(({ label }) => label).join(' + ')}.`);
    },
  });
  return { given, sections: new Map(kinds.map((kind) => [kind, section(kind)])) };
}

describe('each connected service has a section, which', () => {
  const { given, sections } = sectionsOf('b3os', 'zaia', 'later');
  const html = popupHtml(exampleSituation({ hasOthers: true }), { others: otherFeeds, sections });

  test('gets the feeds of its own kind only', () => {
    expect(textOf(html)).toMatch(/b3os: Order 7 \+ Order 8\. .*zaia: Zaia\./);
    expect(Object.keys(given)).toEqual(['b3os', 'zaia']);
  });

  test('gets the time zone of the timer', () => {
    expect(given.b3os?.zone).toEqual({ kind: 'named', timeZone: 'America/Sao_Paulo' });
  });

  test('is shown with the timer and its sessions', () => {
    expect(textOf(html)).toContain('0:37:55');
    expect(textOf(html)).toContain('Sessions today');
  });
});

test('a section that is not loaded yet is left out', () => {
  const { sections } = sectionsOf('zaia');
  const html = popupHtml(exampleSituation(), { others: otherFeeds, sections });
  expect(textOf(html)).toContain('zaia: Zaia.');
  expect(textOf(html)).not.toContain('Order 7');
});

describe('without a timer', () => {
  const { sections } = sectionsOf('b3os');
  const situation = exampleSituation({ kind: 'disconnected', timer: null, hasOthers: true });
  const html = popupHtml(situation, { others: otherFeeds, sections });

  test('there are sections, but no welcome and nothing about Olie', () => {
    expect(textOf(html)).toContain('b3os: Order 7 + Order 8.');
    for (const text of ['Connect Olie', 'Asking Olie', 'No timer running', 'Sessions today']) {
      expect(textOf(html)).not.toContain(text);
    }
    expect(html).not.toContain('role="timer"');
  });

  test('the buttons are still there', () => {
    expect(textOf(html)).toMatch(/Refresh +Options/);
  });
});

test('with hidden times, sections do not change', () => {
  const { sections } = sectionsOf('b3os');
  const timer = exampleTimer({ hidden: true });
  const html = popupHtml(exampleSituation({ timer }), { others: otherFeeds, sections });
  expect(textOf(html)).toContain('b3os: Order 7 + Order 8.');
});

describe('what needs the user stands above the sessions, and what mends itself does not', () => {
  const BELOW = ['Sessions today', 'b3os:', 'zaia:'];
  const ABOVE = ['zaia:', 'Sessions today', 'b3os:'];
  test.each<[FailureKind, string[]]>([
    ['token-refused', ABOVE],
    ['permission', ABOVE],
    ['unknown-id', ABOVE],
    ['network', BELOW],
    ['too-many-requests', BELOW],
  ])('%s of Zaia', (kind, order) => {
    const { sections } = sectionsOf('b3os', 'zaia');
    const others = [workflowFeed({ connectionId: 'a' }), runsFeed({ failure: failure(kind) })];
    const text = textOf(popupHtml(exampleSituation(), { others, sections }));
    const found = [...order].sort((a, b) => text.indexOf(a) - text.indexOf(b));
    expect(found).toEqual(order);
    for (const part of order) expect(text).toContain(part);
  });
});
