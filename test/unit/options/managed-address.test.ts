import { describe, expect, test } from 'vitest';
import { fillingManaged, isForElsewhere } from '../../../entrypoints/options/managed-address';
import { parseManaged } from '../../../lib/core/settings/managed';

const OURS = 'https://olie.empresa.test';

describe('a form is filled', () => {
  const fill = (known: { address: string } | null) => ({
    address: known?.address ?? 'https://api.olie.ai',
    label: '',
  });
  const addresses = { addresses: { olie: OURS } };

  test.each([
    ['with the address of the organization where none is known', 'olie', addresses, null, OURS],
    [
      'with what is saved, if it is another one',
      'olie',
      addresses,
      'https://x.test',
      'https://x.test',
    ],
    ['as ever for another service', 'zaia', addresses, null, 'https://api.olie.ai'],
    ['as ever where nothing is set', 'olie', {}, null, 'https://api.olie.ai'],
  ])('%s', (_, kind, stored, saved, address) => {
    const filled = fillingManaged(fill, kind, parseManaged(stored));
    expect(filled(saved === null ? null : { address: saved })).toEqual({ address, label: '' });
  });
});

describe('what is pasted is for elsewhere', () => {
  test.each([
    ['if it names another address', 'https://api.olie.ai', OURS, true],
    ['if it names another path', `${OURS}/tenant`, OURS, true],
    ['if its address cannot be read', 'ftp:', OURS, true],
    ['not if it names the same address', OURS, OURS, false],
    ['not if it names it in another spelling', 'HTTPS://OLIE.empresa.test:443/', OURS, false],
    ['not if it names none', undefined, OURS, false],
    ['not where the user may choose', 'https://api.olie.ai', undefined, false],
  ])('%s', (_, address, locked, expected) => {
    const values = address === undefined ? {} : { address };
    expect(isForElsewhere({ values, placeholders: {} }, locked)).toBe(expected);
  });
});
