import { describe, expect, test } from 'vitest';
import { failed, pastedInto } from '../../../entrypoints/options/form-message';
import { failure } from '../../../lib/core/feeds/failure';
import { olie } from '../../../lib/core/olie/olie';
import { textsOf } from '../../support/examples/texts';

const ui = { t: textsOf('en') };
const ADDRESS = 'https://api.olie.ai';
const told = (...[kind, message]: Parameters<typeof failure>) =>
  failed(ui, olie, failure(kind, message), ADDRESS, null);

describe('a failure', () => {
  test('is said at the field that it is about', () => {
    expect(told('token-refused').errors.token).toContain('refused the token');
    expect(told('unknown-id').errors.executionId).toContain('does not know this execution');
  });

  test('of an address with a path is said there: the path may be wrong', () => {
    const { errors } = failed(ui, olie, failure('unknown-id'), `${ADDRESS}/t`, null);
    expect(errors).toEqual({
      address: "Olie does not know this at this address. Check the address's path, and the ID.",
    });
  });

  test('of an unknown host blames the address', () => {
    expect(told('network').errors.address).toContain('Nothing answers at this address.');
  });

  test("of a refusal in the service's own words says these words alone", () => {
    expect(told('refused', 'Execução não encontrada')).toEqual({
      errors: {},
      message: { tone: 'bad', text: 'Olie says: Execução não encontrada' },
    });
    expect(told('refused').message?.text).toBe('Olie refused the request.');
  });
});

describe('what was pasted', () => {
  test('says so if it had requests for more than one form', () => {
    const said = pastedInto(ui, { values: { token: 'x' }, placeholders: {}, hasMore: true }, {});
    expect(said.message?.text).toContain('You pasted several requests');
  });

  const errors = { token: 'tokenMissing', executionId: 'executionIdMissing' } as const;

  test('is said to be filled in, if all of it will do', () => {
    const values = { address: ADDRESS, token: 'x' };
    const missing = { executionId: 'executionIdMissing' } as const;
    expect(pastedInto(ui, { values, placeholders: {} }, missing)).toMatchObject({
      errors: {},
      message: { tone: 'good' },
    });
  });

  test('asks for the own value in place of each placeholder', () => {
    const placeholders = { token: '<token>', executionId: '{id}' };
    expect(pastedInto(ui, { values: {}, placeholders }, errors)).toEqual({
      errors: {
        token: 'What you pasted has “<token>” here, a placeholder. Replace it with your own value.',
        executionId:
          'What you pasted has “{id}” here, a placeholder. Replace it with your own value.',
      },
      message: null,
    });
  });

  test('does not ask for what the form has already', () => {
    const placeholders = { token: '<token>', executionId: '{id}' };
    const { errors: asked } = pastedInto(
      ui,
      { values: {}, placeholders },
      { token: 'tokenMissing' },
    );
    expect(Object.keys(asked)).toEqual(['token']);
  });

  test('for another service is said to be for that one', () => {
    const pasted = { values: {}, placeholders: {}, other: { kind: 'b3os', serviceName: 'B3OS' } };
    expect(pastedInto(ui, pasted, errors)).toEqual({
      errors: {},
      message: {
        tone: 'bad',
        text: 'This is a request to B3OS. Paste it into the form of B3OS, on the options page.',
      },
    });
  });

  test('is refused at its field', () => {
    const values = { address: 'ftp://x' };
    const wrong = { address: 'addressNotHttps', token: 'tokenMissing' } as const;
    const { errors: found } = pastedInto(ui, { values, placeholders: {} }, wrong);
    expect(found).toEqual({ address: expect.stringContaining('must begin with https://') });
  });
});
