import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type FaultCase, runFault } from '../../support/faults/fault-run';
import type { Answer } from '../../support/stand-ins/server';
import { SERVICES, type Service } from '../../support/stand-ins/stand-ins';

const LOGIN_PAGE = '<!doctype html><title>Free Wi-Fi</title><form><input name="room"></form>';
const FIVE_MEGABYTES = 5_000_000;
/** The limit of 1 MB, and what is in flight when reading stops. */
const MOST_BYTES_SENT = 2_500_000;

const textOfGood = ({ body }: Answer) => JSON.stringify(body);
const unexpected = (fault: string, meets: FaultCase['meets']): FaultCase => ({
  fault,
  ...(meets !== undefined && { meets }),
  state: 'unexpected-answer',
});
const ok = (body: unknown, headers = {}) => ({ status: 200, body, headers });
/** Nested so deep that a recursive walk would overflow the stack. */
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const READABLE: FaultCase[] = [
  { fault: '201', meets: ({ body }) => ({ status: 201, body }), state: 'answered' },
  {
    fault: 'a gzipped body',
    meets: (good) => ok(gzipSync(textOfGood(good)), { 'Content-Encoding': 'gzip' }),
    state: 'answered',
  },
  {
    fault: 'no content type',
    meets: (good) => ok(textOfGood(good), { 'Content-Type': '' }),
    state: 'answered',
  },
  {
    fault: 'the content type text/plain',
    meets: (good) => ok(textOfGood(good), { 'Content-Type': 'text/plain' }),
    state: 'answered',
  },
  {
    fault: 'spaces around the JSON',
    meets: (good) => ok(`\r\n ${textOfGood(good)}\n`),
    state: 'answered',
  },
  {
    fault: 'a byte order mark before the JSON',
    meets: (good) => ok(`\ufeff${textOfGood(good)}`),
    state: 'answered',
  },
];

const UNREADABLE: FaultCase[] = [
  unexpected('200 with HTML (captive portal)', ok(LOGIN_PAGE)),
  unexpected('200 with an empty body', ok('')),
  unexpected('204', { status: 204, body: '' }),
  unexpected('JSON without its end', (good) => ok(textOfGood(good).slice(0, -20))),
  unexpected('two JSON documents in a row', (good) => ok(textOfGood(good).repeat(2))),
  unexpected('an empty object', ok({})),
  unexpected('null', ok('null')),
  unexpected('true', ok('true')),
  unexpected('a number', ok('42')),
  unexpected('a text', ok('"ok"')),
  unexpected('an object whose data is null', ok({ data: null })),
  unexpected('an object with another meaning', ok({ status: { code: 0 } })),
  unexpected('NaN, which is not JSON', ok('NaN')),
  unexpected('JSON in UTF-16', (good) => ok(Buffer.from(`\ufeff${textOfGood(good)}`, 'utf16le'))),
];

describe.each(SERVICES)('%s', (service) => {
  test.for(READABLE)('$fault can be read', async (row, { task }) => {
    await runFault(task, service, row);
  });

  test.for(UNREADABLE)('$fault is an unexpected answer', async (row, { task }) => {
    await runFault(task, service, row);
  });

  test('a field nested 100 000 levels deep does not harm the other fields', async ({ task }) => {
    await runFault(task, service, {
      fault: 'a field nested 100 000 levels deep',
      meets: (good) => ok(withDeepField(service, textOfGood(good))),
      state: 'answered',
      // B3OS's metadata is shown whatever it contains.
      ...(service === 'b3os' && { changes: { metadata: [{ name: 'deep', value: '…' }] } }),
    });
  });

  test('an answer nested 10 000 levels deep is unexpected', async ({ task }) => {
    // Zaia may answer a list of bad rows, but never an object.
    const body = service === 'zaia' ? `{"data":{"a":${nested(10_000)}}}` : nested(10_000);
    const fault = unexpected('an answer nested 10 000 levels deep', ok(body));
    await runFault(task, service, fault);
  });

  test.for([
    ['text that is not JSON', 'x'],
    ['valid JSON', '[1,2,3],'],
  ] as const)('of 5 MB of %s, only about 1 MB is read', async ([what, unit], { task }) => {
    const body = `[${unit.repeat(FIVE_MEGABYTES / unit.length)}0]`;
    const sent: number[] = [];
    const fault = unexpected(`5 MB of ${what}`, ok(body));
    const countSent = ({ bytesSent }: { bytesSent: () => number }) => {
      sent.push(bytesSent());
    };
    await runFault(task, service, { ...fault, breaks: countSent, heals: countSent });
    const [before = 0, after = 0] = sent;
    expect(after - before).toBeGreaterThan(1_000_000);
    expect(after - before).toBeLessThan(MOST_BYTES_SENT);
  });

  test.for([
    { fault: '5 MB, most of it spaces', packed: (text: string) => text, headers: {} },
    { fault: '5 MB in 5 kB of gzip', packed: gzipSync, headers: { 'Content-Encoding': 'gzip' } },
  ])('a good answer is refused if it has $fault', async ({ fault, packed, headers }, { task }) => {
    const meets = (good: Answer) =>
      ok(packed(`${' '.repeat(FIVE_MEGABYTES)}${textOfGood(good)}`), headers);
    await runFault(task, service, unexpected(fault, meets));
  });
});

/** Adds a deeply nested field to the good answer. */
function withDeepField(service: Service, good: string): string {
  const place = { olie: '{', b3os: '"clientSafeMetadata":{', zaia: '[{' }[service];
  const comma = good.includes(`${place}}`) ? '' : ',';
  return good.replace(place, `${place}"deep":${nested(100_000)}${comma}`);
}
