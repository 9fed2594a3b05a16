import { describe, expect, test } from 'vitest';
import { projectAddress, readWebAddress } from '../../../../lib/core/olie/web-address';

describe("the company's address", () => {
  test.each([
    ['https://company.example', 'https://company.example'],
    [' company.olie.ai/ ', 'https://company.olie.ai'],
    ['https://company.example/projects/9/details/overview?tab=1#top', 'https://company.example'],
    ['https://company.example/?tab=1', 'https://company.example'],
    ['https://company.example?tab=1\nand more', 'https://company.example'],
    ['https://company.example:8443/a/b', 'https://company.example:8443'],
    ['http://localhost:3000/x', 'http://localhost:3000'],
  ])('%s is read as %s', (text, value) => {
    expect(readWebAddress(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'addressMissing'],
    ['company', 'addressUnreadable'],
    ['http://company.example', 'addressNotHttps'],
    ['javascript:alert(1)', 'addressNotHttps'],
    ['https://user:secret@company.example', 'addressWithUser'],
  ])('%s is refused: %s', (text, error) => {
    expect(readWebAddress(text)).toEqual({ ok: false, error });
  });
});

test.each([
  ['p-1', 'https://company.example/projects/p-1/details/overview'],
  ['a/../b?c', 'https://company.example/projects/a%2F..%2Fb%3Fc/details/overview'],
  // Not known.
  ['', 'https://company.example/'],
])('the project %j is at %s', (projectId, address) => {
  expect(projectAddress('https://company.example', projectId)).toBe(address);
});
