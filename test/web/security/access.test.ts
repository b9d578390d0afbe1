import { afterAll, describe, expect, test } from 'vitest';
import { ROLES } from '../../../src/model/person.ts';
import { buildApp } from '../../../src/web/app.tsx';
import type { Route } from '../../../src/web/route.ts';
import { ROUTES } from '../../../src/web/routes.ts';
import { ACCESSES, mayUse, NOBODY } from '../../../src/web/security/access.ts';
import { logInAs, SAME_ORIGIN } from '../log-in-as.ts';
import { openTools } from '../open-tools.ts';

const { tools, close } = openTools();
afterAll(close);
const app = buildApp(tools);
logInAs('admin', tools);

const PEOPLE = [NOBODY, ...ROLES.map((role) => ({ name: role, role }))];

async function statusFor(route: Route, role: (typeof ACCESSES)[number]): Promise<number> {
  const headers = role === 'public' ? SAME_ORIGIN : logInAs(role, tools);
  const path = route.path.replace(/:\w+(?:\{[^}]*\})?/g, '1');
  const init = route.method === 'get' ? {} : { method: 'POST', body: '{}' };
  const json = { accept: 'application/json', 'content-type': 'application/json' };
  const response = await app.request(`http://localhost${path}`, {
    ...init,
    headers: { ...headers, ...json },
  });
  await response.body?.cancel();
  return response.status;
}

describe.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  test.each(PEOPLE)(`is for ${route.access}: $role`, async (person) => {
    const refused = mayUse(person, route.access) ? [] : [person.role === 'public' ? 401 : 403];
    const status = await statusFor(route, person.role);
    if (refused.length > 0) expect([status]).toEqual(refused);
    else expect([401, 403, 500]).not.toContain(status === 401 && route.path === '/login' ? 200 : status);
  });
});

test('a role may do what the roles before it may, and nothing more', () => {
  const allowed = PEOPLE.map((person) => ACCESSES.filter((access) => mayUse(person, access)).length);
  expect(allowed).toEqual([1, 2, 3, 4, 5]);
});

test('only what is for anybody is public', () => {
  const open = ROUTES.filter(({ access }) => access === 'public').map(
    ({ method, path }) => `${method} ${path}`,
  );
  expect(open).toEqual(['get /login', 'post /login', 'post /preferences', 'get /healthz', 'get /readyz']);
});

test('who is not logged in is led to the login page and back', async () => {
  const response = await app.request('http://localhost/people?lang=en');
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    '/login?back=%2Fpeople%3Flang%3Den',
  ]);
});
