import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type FaultCase, runFault } from '../../support/faults/fault-run';
import type { Answer } from '../../support/stand-ins/server';
import { SERVICES, type Service } from '../../support/worker/fault-life';

const LOGIN_PAGE = '<!doctype html><title>Free Wi-Fi</title><form><input name="room"></form>';
const MEGABYTES_5 = 5_000_000;
/** Much less than five megabytes, and more than the limit of one with what is on its way when reading stops. */
const MOST_SENT = 2_500_000;

const textOfGood = ({ body }: Answer) => JSON.stringify(body);
const unexpected = (fault: string, meets: FaultCase['meets']): FaultCase => ({
  fault,
  ...(meets !== undefined && { meets }),
  state: 'unexpected-answer',
});
const ok = (body: unknown, headers = {}) => ({ status: 200, body, headers });
/** So deep that whoever walks down by calling itself falls off the stack. */
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const ROWS: FaultCase[] = [
  unexpected('a captive portal: 200 with HTML', ok(LOGIN_PAGE)),
  unexpected('200 and nothing', ok('')),
  unexpected('204', { status: 204, body: '' }),
  unexpected('cut JSON', (good) => ok(textOfGood(good).slice(0, -20))),
  unexpected('two documents', (good) => ok(textOfGood(good).repeat(2))),
  unexpected('JSON of another shape: {}', ok({})),
  unexpected('JSON of another shape: null', ok('null')),
  unexpected('JSON of another shape: true', ok('true')),
  unexpected('JSON of another shape: a number', ok('42')),
  unexpected('JSON of another shape: a text', ok('"ok"')),
  unexpected('JSON of another shape: {"data": null}', ok({ data: null })),
  unexpected('JSON of another shape: {"status": {"code": 0}}', ok({ status: { code: 0 } })),
  unexpected('no JSON: NaN', ok('NaN')),
  unexpected('UTF-16', (good) => ok(Buffer.from(`\ufeff${textOfGood(good)}`, 'utf16le'))),
];

/** Odd, and readable all the same. */
const READABLE: FaultCase[] = [
  {
    fault: 'a BOM before the JSON',
    meets: (good) => ok(`\ufeff${textOfGood(good)}`),
    state: 'answered',
  },
  {
    fault: 'content type text/plain',
    meets: (good) => ok(textOfGood(good), { 'Content-Type': 'text/plain' }),
    state: 'answered',
  },
  {
    fault: 'no content type',
    meets: (good) => ok(textOfGood(good), { 'Content-Type': '' }),
    state: 'answered',
  },
  {
    fault: 'gzipped',
    meets: (good) => ok(gzipSync(textOfGood(good)), { 'Content-Encoding': 'gzip' }),
    state: 'answered',
  },
  {
    fault: 'spaces around the JSON',
    meets: (good) => ok(`\r\n ${textOfGood(good)}\n`),
    state: 'answered',
  },
  { fault: '201', meets: ({ body }) => ({ status: 201, body }), state: 'answered' },
];

describe.each(SERVICES)('%s', (service) => {
  test.for([...ROWS, ...READABLE])('$fault: $state', async (row, { task }) => {
    await runFault(task, 'answers', service, row);
  });

  test.for([
    ['text', 'x'],
    ['JSON that goes on and on', '[1,2,3],'],
  ] as const)('5 MB of %s are cut off at one', async ([what, unit], { task }) => {
    const body = `[${unit.repeat(MEGABYTES_5 / unit.length)}0]`;
    const sent: number[] = [];
    const fault = unexpected(`5 MB of ${what}`, ok(body));
    const remember = ({ bytesSent }: { bytesSent: () => number }) => {
      sent.push(bytesSent());
    };
    await runFault(task, 'answers', service, { ...fault, breaks: remember, heals: remember });
    const [before = 0, after = 0] = sent;
    expect(after - before).toBeGreaterThan(1_000_000);
    expect(after - before).toBeLessThan(MOST_SENT);
  });

  test.for([
    { what: '5 MB that begin with spaces', packed: (text: string) => text, headers: {} },
    { what: '5 MB in 5 kB of gzip', packed: gzipSync, headers: { 'Content-Encoding': 'gzip' } },
  ])('$what are too many, for a good answer too', async ({ what, packed, headers }, { task }) => {
    const meets = (good: Answer) =>
      ok(packed(`${' '.repeat(MEGABYTES_5)}${textOfGood(good)}`), headers);
    await runFault(task, 'answers', service, unexpected(what, meets));
  });

  test('nested 10 000 deep', async ({ task }) => {
    // A list with one row that is none is a list: of Zaia, a legal answer with nothing in it.
    const body = service === 'Zaia' ? `{"data":{"a":${deep(10_000)}}}` : deep(10_000);
    await runFault(task, 'answers', service, unexpected('nested 10 000 deep', ok(body)));
  });

  test('a field nested 100 000 deep costs nothing else', async ({ task }) => {
    await runFault(task, 'answers', service, {
      fault: 'a field nested 100 000 deep',
      meets: (good) => ok(withDeepField(service, textOfGood(good))),
      state: 'answered',
      // The only field that is shown whatever it is.
      ...(service === 'B3OS' && { changes: { metadata: [{ name: 'deep', value: '…' }] } }),
    });
  });
});

/** The good answer with a field more, in the place where most of it would be kept. */
function withDeepField(service: Service, good: string): string {
  const place = { Olie: '{', B3OS: '"clientSafeMetadata":{', Zaia: '[{' }[service];
  const comma = good.includes(`${place}}`) ? '' : ',';
  return good.replace(place, `${place}"deep":${deep(100_000)}${comma}`);
}
