import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { failure } from '../../../lib/core/feeds/failure';
import { NO_STATE, type State } from '../../../lib/core/state/state';
import { olieFeed } from '../../support/examples/example-feed';
import { textsOf } from '../../support/examples/texts';
import { timerForm as form, pending } from '../../support/examples/timer-form';

const t = textsOf('en');
const WORKS = 'It works: Test User';

test('a test says that it works', async () => {
  const { test, endTest, said } = await form();
  await test();
  await endTest();
  expect(said()).toContain(WORKS);
});

test('a test that ends after the next action has begun says nothing', async () => {
  const { test, save, endTest, said } = await form();
  await test();
  await save();
  await endTest();
  expect(said()).toBe(t('saving'));
});

test('the first of two saves does not speak for the second', async () => {
  const { save, endSave, said } = await form();
  await save();
  await save();
  await endSave(0, NO_STATE);
  expect(said()).toBe(t('saving'));
  await endSave(1, NO_STATE);
  expect(said()).toBe('');
});

test('a save that ends after the connection was removed says nothing', async () => {
  const { save, press, confirm, endSave, said } = await form();
  await save();
  await press(t('disconnect'));
  await confirm();
  await expect.poll(said).toBe(t('disconnected'));
  await endSave(0, NO_STATE);
  expect(said()).toBe(t('disconnected'));
});

test('a test of what is no longer in the form says nothing', async () => {
  const { test, type, endTest, said } = await form();
  await test();
  await type('https://olie.elsewhere.test');
  await endTest();
  expect(said()).toBe('');
});

const ANSWERED: State = { ...NO_STATE, feeds: [olieFeed()] };
const REFUSED: State = { ...NO_STATE, feeds: [olieFeed({ failure: failure('token-refused') })] };

test('what was said of a refusal goes once the service answers', async () => {
  const { learn, said, page } = await form(REFUSED);
  expect(said()).toBe(t('savedNotConnected'));
  await learn(ANSWERED);
  expect(said()).toBe('');
  expect(page.querySelector('[aria-invalid="true"]')).toBeNull();
});

test('what was said of an answer goes once the service refuses, or is gone', async () => {
  const { learn, said } = await form(ANSWERED);
  expect(said()).toContain('Connected: Test User');
  await learn(REFUSED);
  expect(said()).toBe('');
  await learn(ANSWERED);
  expect(said()).toContain('Connected: Test User');
  await learn(NO_STATE);
  expect(said()).toBe('');
});

test('a newer answer is no reason to say less', async () => {
  const { learn, said } = await form(ANSWERED);
  await learn({ ...NO_STATE, feeds: [olieFeed({ learntAtMs: 7 })] });
  expect(said()).toContain('Connected: Test User');
});

test('what was said of a disconnected timer goes once it is connected again elsewhere', async () => {
  const { press, confirm, connectElsewhere, said } = await form();
  await press(t('disconnect'));
  await confirm();
  await expect.poll(said).toBe(t('disconnected'));
  await connectElsewhere();
  expect(said()).toBe('');
});

test('an error takes the focus of who waits for it, not of who types on in the same form', async () => {
  const { save, type, endSave, learn, page } = await form();
  const focus = vi.fn();
  Object.assign(page.querySelector('#olie-token') ?? {}, { focus });
  const refused = { failure: failure('token-refused') };
  await save();
  await endSave(0, refused);
  // Drawn again, effects have happened.
  await learn(NO_STATE);
  expect(focus).toHaveBeenCalledOnce();
  await save();
  await type('https://olie.elsewhere.test');
  await endSave(1, refused);
  await learn(NO_STATE);
  expect(focus).toHaveBeenCalledOnce();
});

test('a saved token may be left empty, but not one that was refused', async () => {
  const { learn, text } = await form(ANSWERED);
  expect(text()).toContain(t('tokenSaved'));
  await learn(REFUSED);
  expect(text()).not.toContain(t('tokenSaved'));
  expect(text()).toContain(t('disconnect'));
});

test('a permission that comes late says nothing over what was done meanwhile', async () => {
  const withdrawn = { ...NO_STATE, feeds: [olieFeed({ failure: failure('permission') })] };
  const { press, save, said, ended } = await form(withdrawn);
  const asked = pending<boolean>();
  vi.spyOn(browser.permissions, 'request').mockImplementationOnce(asked.wait);
  await press(t('allowAccess'));
  await save();
  asked.ends[0]?.(true);
  await ended();
  expect(said()).toBe(t('saving'));
});

test('an address that the browser refuses by now can be allowed where that is said', async () => {
  const withdrawn = { ...NO_STATE, feeds: [olieFeed({ failure: failure('permission') })] };
  const { press, text, said } = await form(withdrawn);
  const request = vi.spyOn(browser.permissions, 'request').mockImplementation(async () => false);
  await press(t('allowAccess'));
  await expect.poll(said).toBe(t('permissionRefused'));
  request.mockImplementation(async () => true);
  await press(t('allowAccess'));
  await expect.poll(said).toBe('');
  expect(request).toHaveBeenLastCalledWith({ origins: ['https://api.olie.ai/*'] });
  expect(text()).toContain(t('allowAccess'));
});

test('nothing is to be allowed while the browser allows all', async () => {
  const { text } = await form(REFUSED);
  expect(text()).not.toContain(t('allowAccess'));
});

test('what was said at a field goes once it is changed, and nothing else', async () => {
  const { type, submit, page, text } = await form(REFUSED);
  const isInvalid = (field: string) =>
    page.querySelector(`#olie-${field}`)?.getAttribute('aria-invalid') === 'true';
  expect(isInvalid('token')).toBe(true);
  await type('nonsense');
  expect(isInvalid('token')).toBe(true);
  await submit();
  expect(isInvalid('address')).toBe(true);
  const focus = vi.fn();
  Object.assign(page.querySelector('#olie-token') ?? {}, { focus });
  await type('https://olie.elsewhere.test');
  expect(isInvalid('address')).toBe(false);
  expect(text()).not.toContain(t('addressUnreadable'));
  expect(focus).not.toHaveBeenCalled();
});
