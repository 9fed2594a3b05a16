import { beforeAll, expect, test } from 'vitest';
import { type World, world } from '../../support/browsers/world.ts';

let { session } = {} as World;

beforeAll(async () => {
  const made = await world({ browser: 'chromium', services: ['olie'], language: 'pt-BR' });
  ({ session } = made);
  return made.close;
});

// Chromium does so by itself now and then, in a process that began during an installation (docs/browser-bugs.md).
test.each([
  ['popup', 'Em execução desde', 'Olie Timer'],
  ['sidepanel', 'Em execução desde', 'Olie Timer'],
  ['options', 'Exportar configurações', 'Olie Timer – Opções'],
  ['welcome', 'Mantenha na barra de ferramentas', 'Boas-vindas'],
  ['history', 'Copiar', 'Histórico'],
])('%s has the package’s texts where the browser tells none', async (name, words, title) => {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument("chrome.i18n.getMessage = () => '';");
  await page.goto(`${session.extensionOrigin}/${name}.html`);
  await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain(words);
  expect(await page.title()).toContain(title);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('pt-BR');
  await page.close();
});
