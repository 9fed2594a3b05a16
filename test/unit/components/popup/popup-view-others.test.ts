import { h } from 'preact';
import { describe, expect, test } from 'vitest';
import type { Section, SectionProps } from '../../../../components/popup/section';
import { workflowFeed } from '../../../support/examples/example-feed';
import { exampleTimer } from '../../../support/examples/example-timer';
import { exampleSituation, popupHtml, textOf } from '../../../support/examples/popup-markup';

const others = [
  workflowFeed({ connectionId: 'a', label: 'Order 7' }),
  workflowFeed({ connectionId: 'b', kind: 'zaia', label: 'Zaia' }),
  workflowFeed({ connectionId: 'c', label: 'Order 8' }),
];

/** Sections that say what they are given. */
function sectionsOf(...kinds: string[]) {
  const given: Record<string, SectionProps> = {};
  const section =
    (kind: string): Section =>
    (props) => {
      given[kind] = props;
      return h('section', {}, `${kind}: ${props.feeds.map(({ label }) => label).join(' + ')}.`);
    };
  return { given, sections: new Map(kinds.map((kind) => [kind, section(kind)])) };
}

describe('a section for each kind of feed that is connected', () => {
  const { given, sections } = sectionsOf('b3os', 'zaia', 'later');
  const html = popupHtml(exampleSituation({ hasOthers: true }), { others, sections });

  test('gets the feeds of its kind, and no others', () => {
    expect(textOf(html)).toMatch(/b3os: Order 7 \+ Order 8\. .*zaia: Zaia\./);
    expect(Object.keys(given)).toEqual(['b3os', 'zaia']);
  });

  test("gets the zone in which the timer's times are shown", () => {
    expect(given.b3os?.zone).toEqual({ kind: 'named', timeZone: 'America/Sao_Paulo' });
  });

  test('stands beside the timer and its sessions', () => {
    expect(textOf(html)).toContain('0:37:55');
    expect(textOf(html)).toContain('Recent sessions');
  });
});

test('a kind whose section is not loaded yet is left out', () => {
  const { sections } = sectionsOf('zaia');
  const html = popupHtml(exampleSituation(), { others, sections });
  expect(textOf(html)).toContain('zaia: Zaia.');
  expect(textOf(html)).not.toContain('Order 7');
});

describe('without a timer', () => {
  const { sections } = sectionsOf('b3os');
  const situation = exampleSituation({ kind: 'disconnected', timer: null, hasOthers: true });
  const html = popupHtml(situation, { others, sections });

  test('there are the sections, and neither a welcome nor anything of Olie', () => {
    expect(textOf(html)).toContain('b3os: Order 7 + Order 8.');
    for (const text of ['Connect Olie', 'Asking Olie', 'No timer running', 'Recent sessions']) {
      expect(textOf(html)).not.toContain(text);
    }
    expect(html).not.toContain('role="timer"');
  });

  test('the buttons are there all the same', () => {
    expect(textOf(html)).toMatch(/Refresh +Options/);
  });
});

test('with hidden times, sections stay as they are', () => {
  const { sections } = sectionsOf('b3os');
  const timer = exampleTimer({ hidden: true });
  const html = popupHtml(exampleSituation({ timer }), { others, sections });
  expect(textOf(html)).toContain('b3os: Order 7 + Order 8.');
});
