import { describe, expect, test } from 'vitest';
import { pastedFor } from '../../../entrypoints/options/pasted-for';

const OLIE = 'https://olie.test/api/management/project-executions/7';
const B3OS = 'https://b3os.test/v1/public/executions/exe_1?token=ct_1';
const ZAIA = 'https://zaia.test/api/v1/executions?pageSize=10';
const created = JSON.stringify({ data: { clientToken: 'ct_1', execution: { id: 'exe_1' } } });

describe('the other service that a pasted text is for, in the form of', () => {
  test.each([
    ['olie', 'an address of B3OS', B3OS, 'b3os'],
    ['olie', 'what created an execution', created, 'b3os'],
    ['olie', 'a client token with an id', '{"clientToken": "ct_1", "executionId": "7"}', 'b3os'],
    ['olie', 'a command for Zaia', `curl '${ZAIA}' -H 'authorization: zk_7'`, 'zaia'],
    ['olie', 'a program', `fetch("${ZAIA}", { headers: { authorization: "zk_7" } })`, 'zaia'],
    ['olie', 'a host of Zaia alone', 'https://api.endless.zaia.app', 'zaia'],
    ['olie', 'a request to Olie', `curl ${OLIE} -H 'Authorization: Bearer 12|aB'`, undefined],
    ['olie', 'an answer of Olie', '{"current_execution": {"id": 7}}', undefined],
    ['olie', 'a token', '12|aB', undefined],
    [
      'olie',
      'a request that names Zaia too',
      `// as for https://api.endless.zaia.app\nfetch("${OLIE}")`,
      undefined,
    ],
    ['zaia', 'the same', `// as for https://api.endless.zaia.app\nfetch("${OLIE}")`, 'olie'],
    ['olie', 'an API key of B3OS', ' b3sk_4711abcdef0123456789 ', 'b3os'],
    ['b3os', 'its API key', 'b3sk_4711abcdef0123456789', undefined],
    ['b3os', 'a request to B3OS', B3OS, undefined],
    ['b3os', 'what created an execution', created, undefined],
    ['b3os', 'a request to Olie', OLIE, 'olie'],
    ['zaia', 'a command for Zaia', `curl '${ZAIA}' -H 'authorization: zk_7'`, undefined],
    ['zaia', 'a request to B3OS', B3OS, 'b3os'],
  ] as const)('%s: %s', (kind, _, text, other) => {
    expect(pastedFor(text, { kind })?.kind).toBe(other);
  });
});
