import { z } from 'zod';
import { findAddress, shortenAddress } from '../../store/short-addresses.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { LocalPath } from '../preferences.ts';
import { route } from '../route.ts';

/** Gives a page with a long address a short one, for good, and leads there. */
export const shorten = route({
  method: 'post',
  path: '/short',
  access: 'reader',
  body: z.object({ address: LocalPath.refine((path) => !path.startsWith('/short/')) }),
  answer: ({ store, body: { address } }) => {
    const to = `/short/${shortenAddress(store, address)}`;
    return { redirect: to, data: { address: to } };
  },
});

/** The page whose address was shortened, in the format that is asked for. */
export const short = route({
  method: 'get',
  path: '/short/:id',
  access: 'reader',
  params: z.object({ id: z.string().max(40) }),
  answer: ({ store, params: { id } }) => {
    const address = findAddress(store, id);
    if (address === undefined) throw new HttpProblem(404);
    return { pageAt: address };
  },
});
