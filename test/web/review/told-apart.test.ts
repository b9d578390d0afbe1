import { expect, test } from 'vitest';
import { buildApp } from '../../../src/web/app.tsx';
import { serveFindings } from './serve-findings.ts';

test('a finding says which cells it speaks of, in the list and on its page, in the words of the form', async () => {
  const { tools, store } = await serveFindings(1);
  store.sqlite.exec("UPDATE finding SET scope = 'natural_person'");
  const app = buildApp(tools);
  const read = async (path: string): Promise<string> => (await app.request(`http://localhost${path}`)).text();
  expect(await read('/findings?lang=en')).toContain('<span class="scope">natural persons</span>');
  expect(await read('/findings/1?lang=zh')).toContain('<span class="scope">自然人</span>');
});

test('names in the words of a rule are set as code', async () => {
  const { tools } = await serveFindings(1);
  const page = await (
    await buildApp(tools).request('http://localhost/rules/applications.balance?lang=en')
  ).text();
  expect(page).toContain('<code>received_new</code> + <code>carried_in</code>');
  expect(page).not.toContain('`');
});
