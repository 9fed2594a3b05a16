import { describe, expect, test } from 'vitest';
import { specFor as workflowSpec } from '../../../entrypoints/options/b3os/workflow-spec';
import { olieSpec, readAnything } from '../../../entrypoints/options/olie/olie-spec';
import { specFor as zaiaSpec } from '../../../entrypoints/options/zaia/zaia-spec';
import { computedMs } from '../../support/examples/computed-ms';

// A browser's network panel copies all requests of a page at once, and notes have a command for each service.

const olie = (id: string, token = '12|aB') =>
  `curl https://api.olie.ai/api/management/project-executions/${id} -H 'Authorization: Bearer ${token}'`;
const ZAIA =
  "curl 'https://api.endless.zaia.app/api/v1/executions?pageSize=9' -H 'authorization: zk_7'";
const b3os = (id: string) =>
  `curl 'https://api.b3os.org/v1/public/executions/${id}?token=ct_${id}'`;
const PICTURE = 'curl https://app.olie.ai/logo.svg';

const read = {
  olie: (text: string) => olieSpec.readPasted(text),
  zaia: (text: string) => zaiaSpec(undefined).readPasted(text),
  b3os: (text: string) => workflowSpec([]).readPasted(text),
};
const OLIE_7 = { address: 'https://api.olie.ai', token: '12|aB', executionId: '7' };
const ZAIA_7 = { address: 'https://api.endless.zaia.app', token: 'zk_7' };
const B3OS_1 = { address: 'https://api.b3os.org', executionId: '1', token: 'ct_1' };

describe('of several commands each form takes its own', () => {
  test.each([
    ['on lines', '\n'],
    ['on lines of Windows', '\r\n\r\n'],
    ['as bash has them', ' ;\n'],
    ['as cmd has them', ' &\r\n'],
    ['one after the other', ' && '],
    ['with prompts', '\n$ '],
  ])('%s', (_, between) => {
    const text = [PICTURE, ZAIA, olie('7'), b3os('1')].join(between);
    expect(read.olie(text)).toMatchObject({ values: OLIE_7, hasMore: true });
    expect(read.zaia(text)).toMatchObject({ values: ZAIA_7, hasMore: true });
    expect(read.b3os(text)).toMatchObject({ values: B3OS_1, hasMore: true });
    expect(readAnything(text)).toMatchObject({ values: OLIE_7, hasMore: true });
  });

  test('the first one, and says that there are more', () => {
    expect(read.b3os([b3os('1'), b3os('2')].join('\n'))).toMatchObject({
      values: B3OS_1,
      hasMore: true,
    });
    const twoTokens = [olie('7'), olie('7', '13|cD')].join('\n');
    expect(read.olie(twoTokens)).toMatchObject({ values: OLIE_7, hasMore: true });
  });

  test('one that is asked again and again is one, and what is not of a service does not count', () => {
    for (const text of [
      [olie('7'), olie('7')],
      [PICTURE, olie('7'), PICTURE],
    ]) {
      expect(read.olie(text.join('\n'))).toEqual({ values: OLIE_7, placeholders: {} });
    }
  });

  test('none that is of other services only', () => {
    expect(read.olie([ZAIA, b3os('1')].join('\n'))).toMatchObject({
      values: {},
      other: { kind: 'zaia' },
    });
  });

  test('none if one of them is not whole', () => {
    const half = `${olie('7')}\n${ZAIA.slice(0, -1)}`;
    expect(read.olie(half)?.values).not.toEqual(OLIE_7);
    expect(read.zaia(half)?.values.token).toBeUndefined();
  });

  test('a line within quotes is no command', () => {
    const text = `curl ${OLIE_7.address}/project-executions/7 -H 'Authorization: Bearer 12|aB' -d 'a\ncurl b'`;
    expect(read.olie(text)).toEqual({ values: OLIE_7, placeholders: {} });
  });

  test.each(['\n', ' ', ';', '\n$', '\ncurl a'])('a megabyte of %j takes no long time', (part) => {
    const text = `curl a\n${part.repeat(1_000_000 / part.length)}`;
    const startMs = computedMs();
    read.olie(text);
    expect(computedMs() - startMs).toBeLessThan(5_000);
  });
});
