import { loadExtraction } from '../../src/store/load-extraction.ts';
import { openStore } from '../../src/store/open-store.ts';
import { seedVariables } from '../../src/store/seed-variables.ts';
import { makeExtraction, VARIABLES } from './make-extraction.ts';

/** A process to be killed: opens the database and loads two readings of one document in turn until it is. */
const file = process.argv[2] ?? '';
const store = openStore(file);
seedVariables(store, VARIABLES);
const first = makeExtraction({ seed: 1 });
const second = { ...makeExtraction({ seed: 2 }), sha256: first.sha256 };
let told = false;
for (;;) {
  for (const extraction of [first, second]) {
    const document = { sha256: first.sha256, byteLength: 1, kind: 'html', origin: { file: 'a.html' } };
    loadExtraction(store, document, extraction);
    if (!told) told = process.send?.('loaded') ?? true;
  }
}
