import { expect, test } from 'vitest';
import { parseWorkflow } from '../../../../lib/api/b3os/answer';
import { parseTimer } from '../../../../lib/api/olie/answer';
import { parseRuns } from '../../../../lib/api/zaia/answer';
import { failure } from '../../../../lib/core/feeds/failure';
import type { Feed } from '../../../../lib/core/state/feed';
import { NO_STATE } from '../../../../lib/core/state/state';
import { BODIES } from '../../../support/examples/documents';
import {
  answeredSchedule,
  olieFeed,
  runsFeed,
  workflowFeed,
} from '../../../support/examples/example-feed';
import { ANSWERED_AT_MS } from '../../../support/examples/example-timer';
import { storedPopupHtml, textOf } from '../../../support/examples/popup-markup';

// A request to an address that a service names would carry the user's cookies. So no answer may decide what is loaded.

/** All attributes that make a browser load, open or send something, styles included. */
const LOADING =
  /\s(src|srcset|href|xlink:href|poster|data|action|formaction|background|ping|srcdoc|style|cite|longdesc)="([^"]*)"/gi;
/** Our icon, and our page of the history. */
const OURS = ['/icons/48.png', '/history.html'];

const ADDRESSES = [
  'https://pixel.test/a.png',
  'http://localhost/a.png',
  '//pixel.test/a.png',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
  'url(https://pixel.test/a.png)',
];

/** The body with that address in each text but times, and in fields in which other services name pictures. */
function naming(address: string, body: unknown): unknown {
  const isTime = (text: string) => /^\d{4}-\d\d-\d\dT/.test(text);
  const pictures = Object.fromEntries(
    ['avatar_url', 'avatarUrl', 'picture', 'image', 'icon', 'logo', 'url'].map((name) => [
      name,
      address,
    ]),
  );
  return JSON.parse(JSON.stringify(body), (key, value: unknown) => {
    if (key === 'avatar_url') return address;
    if (typeof value === 'string') return isTime(value) || key === 'id' ? value : address;
    const isPart = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isPart ? { ...value, ...pictures } : value;
  });
}

test.each(ADDRESSES)('no element loads what an answer names: %s', (address) => {
  const named = { failure: failure('server-error', address), label: address, reference: address };
  const timer = parseTimer(naming(address, BODIES.olie[0]), ANSWERED_AT_MS, 'asked');
  const feeds: Feed[] = [
    olieFeed({ ...named, data: timer }),
    workflowFeed({ ...named, data: parseWorkflow(naming(address, BODIES.b3os[0])) }),
    runsFeed({ ...named, data: { ...parseRuns(naming(address, BODIES.zaia[0])), ...TODAY } }),
  ];
  const stopped = olieFeed({ ...named, data: { ...timer, current: null } });
  for (const shown of [feeds, [stopped, ...feeds.slice(1)]]) {
    const schedules = { a: answeredSchedule() };
    const html = storedPopupHtml(
      { state: { ...NO_STATE, feeds: shown }, schedules },
      ANSWERED_AT_MS,
      [{ startMs: 0, answeredAtMs: 0, sessions: timer.recent }],
    );
    expect(textOf(html).split(address).length, 'shown as text').toBeGreaterThan(10);
    for (const [, name, value = ''] of html.matchAll(LOADING)) {
      if (name === 'style') expect(value).not.toMatch(/url|\/\//i);
      else expect(OURS).toContain(value);
    }
  }
});

const TODAY = { creditsToday: 0, isAtLeast: false };
