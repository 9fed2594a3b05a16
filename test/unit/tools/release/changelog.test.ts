import { describe, expect, test } from 'vitest';
import { notesOf, released, sectionOf, unwrapped } from '../../../../tools/release/changelog';
import { rootFile } from '../../../support/sources';

const CHANGELOG = `# Changelog

## Next

- One.
  More of one.

- Two: \`## Next\`.

## 0.2.0 (2026-12-01)

- Old.

## 0.1.0

The first version.
`;

describe('the section of a version', () => {
  test.each([
    ['Next', '- One.\n  More of one.\n\n- Two: `## Next`.'],
    ['0.2.0', '- Old.'],
    ['0.1.0', 'The first version.'],
    ['0.3.0', null],
    ['0.2', null],
    ['Changelog', null],
  ])('%s: %j', (version, section) => {
    expect(sectionOf(CHANGELOG, version)).toBe(section);
  });

  test('can be empty', () => {
    expect(sectionOf('# Changelog\n\n## Next\n\n## 0.1.0\n', 'Next')).toBe('');
    expect(sectionOf('# Changelog\n\n## Next', 'Next')).toBe('');
  });
});

test.each([
  ['- One.\n  More of one.\n\n- Two.', '- One. More of one.\n\n- Two.'],
  ['- One.\n- Two\n  *and*\n  more.\n- Three.', '- One.\n- Two *and* more.\n- Three.'],
  [
    'The first\nversion.\n\n- One.\n  - In it,\n    more.',
    'The first version.\n\n- One.\n  - In it, more.',
  ],
  [
    '### New\nThings\n### Mended\n1. One.\n2. Two.',
    '### New\nThings\n### Mended\n1. One.\n2. Two.',
  ],
])('%j becomes %j on the page of a release', (section, page) => {
  expect(unwrapped(section)).toBe(page);
});

describe('the page of a release', () => {
  test('says what the changelog has of its version', () => {
    expect(notesOf('v0.2.0', '0.2.0', CHANGELOG)).toBe('- Old.');
    expect(notesOf('v0.1.0', '0.1.0', CHANGELOG)).toBe('The first version.');
  });

  test.each([
    ['v0.1.0', '0.2.0', 'the tag is of another version'],
    ['0.2.0', '0.2.0', 'the tag has no v'],
    ['', '0.2.0', 'there is no tag'],
    ['v0.3.0', '0.3.0', 'the changelog does not know it'],
  ])('is not made of the tag %j and version %s: %s', (tag, version) => {
    expect(notesOf(tag, version, CHANGELOG)).toBeNull();
  });
});

describe('a release', () => {
  test('changes the one heading', () => {
    const after = CHANGELOG.replace('\n## Next\n', '\n## 0.3.0 (2027-01-31)\n');
    expect(released(CHANGELOG, '0.3.0', '2027-01-31')).toBe(after);
  });

  test.each([
    ['nothing is next', '# Changelog\n\n## 0.1.0\n\n- Old.\n', '0.2.0'],
    ['what is next is empty', '# Changelog\n\n## Next\n\n## 0.1.0\n\n- Old.\n', '0.2.0'],
    ['the version is there', CHANGELOG, '0.2.0'],
  ])('is none if %s', (_, text, version) => {
    expect(released(text, version, '2027-01-31')).toBeNull();
  });
});

test('our own changelog has this version, or what is next', () => {
  const { version } = JSON.parse(rootFile('package.json'));
  expect(sectionOf(rootFile('CHANGELOG.md'), version)).toMatch(/\w/);
});
