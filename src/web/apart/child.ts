import { openMaker } from '../../evidence/maker/open-maker.ts';
import { watchMemory } from '../../processes/watch-memory.ts';
import { openStore } from '../../store/open-store.ts';
import type { Route } from '../route.ts';
import { ROUTES } from '../routes.ts';
import { answerPages } from './answer-pages.ts';
import type { PagePlaces } from './page-task.ts';

/** The program of a page process (see open-pages): one task after the other until its parent is gone. */
const [bytes = '', places = '{}', routes] = process.argv.slice(2);
watchMemory(Number(bytes));
process.on('disconnect', () => process.exit());
const { database, ...rest } = JSON.parse(places) as PagePlaces;
const reader = openStore(database, { readonly: true });
// Nothing here can write: a GET has no other connection.
const tools = { ...rest, reader, writer: reader, evidence: openMaker() };
const module = routes === undefined ? undefined : ((await import(routes)) as { routes: readonly Route[] });
answerPages(tools, module?.routes ?? ROUTES);
process.send?.('ready');
