import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { CopyText } from '../../../components/copy-text';
import { drawn } from '../../support/examples/drawn';

const view = () => h(CopyText, { text: '7d0c9b1e', label: 'Run ID' });

test('a press puts the text on the clipboard and says so', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  const { press, page, text } = await drawn(view());
  expect(text()).toBe('Copy');
  await press('Copy Run ID');
  expect(writeText).toHaveBeenCalledExactlyOnceWith('7d0c9b1e');
  expect(page.querySelector('[role="status"]')?.textContent).toBe('Copied');
});

test('if the browser forbids it, the button says what to do', async () => {
  vi.stubGlobal('navigator', {
    clipboard: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
  });
  const { press, text } = await drawn(view(), 'pt-BR');
  await press('Copiar');
  expect(text()).toContain('Selecione o texto e copie você mesmo.');
});
