import { expect, test } from 'vitest';
import { NO_STATE, type State } from '../../../../lib/core/state/state';
import { timerPage } from '../../../../lib/core/state/timer-page';
import { olieFeed, workflowFeed } from '../../../support/examples/example-feed';
import { exampleTimer } from '../../../support/examples/example-timer';

const WEB = 'https://company.example';
const { current } = exampleTimer();

test.each([
  [
    'the running project',
    { feeds: [workflowFeed(), olieFeed({ data: exampleTimer() })] },
    `${WEB}/projects/${current?.projectId}/details/overview`,
  ],
  [
    'nothing that runs',
    { feeds: [olieFeed({ data: exampleTimer({ current: null }) })] },
    `${WEB}/`,
  ],
  ['no answer yet', { feeds: [olieFeed({ data: null })] }, `${WEB}/`],
  ['no connection', {}, `${WEB}/`],
])('the page of %s', (_, known: Partial<State>, address) => {
  expect(timerPage({ ...NO_STATE, ...known }, WEB)).toBe(address);
});
