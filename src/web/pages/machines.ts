import { isReadable } from '../../store/is-readable.ts';
import { route } from '../route.ts';

/** For a supervisor: the process answers. */
export const alive = route({
  method: 'get',
  path: '/healthz',
  access: 'public',
  bytes: true,
  answer: () => ({ bytes: 'ok\n', type: 'text/plain; charset=utf-8' }),
});

/** For a load balancer: the database can be read as well; 503 when it cannot. */
export const ready = route({
  method: 'get',
  path: '/readyz',
  access: 'public',
  bytes: true,
  answer: ({ store }) => {
    const ok = isReadable(store);
    return { status: ok ? 200 : 503, bytes: ok ? 'ok\n' : 'database\n', type: 'text/plain; charset=utf-8' };
  },
});
