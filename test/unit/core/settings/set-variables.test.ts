import { describe, expect, test } from 'vitest';
import { withVariables } from '../../../../lib/core/settings/set-variables';

describe('a variable that a text sets is its value where the text uses it', () => {
  test.each([
    [`const T = "12|aB";\nf(\`Bearer \${T}\`)`, 'f(`Bearer 12|aB`)'],
    ['T = \'12|aB\'\nf(f"Bearer {T}")', 'f(f"Bearer 12|aB")'],
    ['T := "12|aB"\nf("Bearer " + T)', 'f("Bearer " + T)'],
    ['export T=\'12|aB\'\ncurl "$T"', 'curl "12|aB"'],
    [`T=12|aB\ncurl "\${T}"`, 'curl "12|aB"'],
    ['set T=12|aB\r\ncurl %T%', 'curl 12|aB'],
    ['$T = "12|aB"\nirm "Bearer $($T)"', 'irm "Bearer 12|aB"'],
    ['$env:T = "12|aB"\nirm "Bearer $env:T"', 'irm "Bearer 12|aB"'],
    ['@T = 12|aB\nAuthorization: Bearer {{T}}', 'Authorization: Bearer 12|aB'],
    ['t = "12|aB"\n"Bearer #{t}"', '"Bearer 12|aB"'],
    ['T = "12|aB"\n{Authorization: T, a: 1}', '{Authorization: "12|aB", a: 1}'],
    ['T = "12|aB"\nSet("Authorization", T)', 'Set("Authorization", "12|aB")'],
    ["$T = '12|aB'\n['Authorization' => $T]", `['Authorization' => "12|aB"]`],
    ["T = '12|aB'\n{Authorization: 'Bearer ' + T}", "{Authorization: 'Bearer 12|aB'}"],
    ["$T = '12|aB'\n['Authorization: Bearer ' . $T]", "['Authorization: Bearer 12|aB']"],
    ['$T = "12|aB"\n["Authorization: " . $T]', '["Authorization: 12|aB"]'],
    ['@url = https://api.olie.ai\nGET {{ url }}/x', 'GET https://api.olie.ai/x'],
  ])('%j', (text, used) => {
    const lines = withVariables(text).split(/\r?\n/);
    expect(lines.at(-1)).toBe(used);
  });
});

test.each([
  'curl "$TOKEN"',
  'A=1\ncurl "$TOKEN" {TOKEN} %TOKEN%',
  "T='one'\nT='two'\ncurl $T",
  "T='one'\nT='two'\nT='three'\ncurl $T",
  'T="$OTHER"\nT="one"\ncurl $T',
  'T="$OTHER"\ncurl $T',
  `T="\${OTHER}"\ncurl $T`,
  `T=process.env.TOKEN\n\`\${T}\``,
  'T = os.getenv("TOKEN")\nf"{T}"',
  `x.T = "12|aB"\n\`\${T}\``,
  'T=one two\ncurl $T',
  'T="one"\n{Authorization: T(), authorization: T.x, Authorization: Tom}',
  'T="one"\n{Authorization: other + T}',
])('what it does not clearly set stays a variable: %j', (text) => {
  expect(withVariables(text)).toBe(text);
});

test('one that is set twice to the same is clear', () => {
  expect(withVariables("T='one'\nT='one'\ncurl $T")).toContain('curl one');
});
