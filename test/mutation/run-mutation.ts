import { parseDocument, readAgain } from '../../parsers/index.ts';
import type { Gazetteer } from '../../src/places/gazetteer.ts';
import { validateReading } from '../../src/validators/index.ts';
import type { Block } from '../generate/blocks.ts';
import { createRandom } from '../generate/random.ts';
import { closeUp, setApart } from './close-up.ts';
import { type CleanDocument, cleanDocument, DOCUMENTS, isSaved, renderingOf } from './documents.ts';
import { judge, type Verdicts } from './judge.ts';
import { looksOf } from './looks-of.ts';
import type { Operator } from './mutant.ts';
import { OPERATORS } from './operators/index.ts';
import { printedTruth } from './printed-truth.ts';

/** All that is needed to make the same mutation again. */
export type Mutation = { readonly operator: string; readonly document: string; readonly seed: number };

export type Outcome = Verdicts & {
  readonly mutation: Mutation;
  readonly did: string;
  readonly bytes: Uint8Array;
  readonly findings: readonly string[];
};

export const commandOf = ({ operator, document, seed }: Mutation): string =>
  `npx tsx test/mutation/mutate.ts --operator ${operator} --document ${document} --seed ${seed}`;

const operatorNamed = (name: string): Operator => {
  const operator = OPERATORS.find((each) => each.name === name);
  if (!operator) throw new RangeError(`no operator ${name}`);
  return operator;
};

const fits = ({ renderings, on }: Operator, document: string): boolean =>
  renderings === undefined
    ? on === 'bytes' || !isSaved(renderingOf(document))
    : renderings.includes(renderingOf(document));

/**
 * `count` mutations by one operator: documents in turn, beginning at one that the operator's name and seed draw.
 * Only documents whose name begins with `among`, where there are any.
 */
export const mutationsOf = (
  operator: Operator,
  seed: number,
  count: number,
  among = '',
): readonly Mutation[] => {
  const random = createRandom(seed).fork(operator.name);
  const documents = random.shuffle(
    DOCUMENTS.filter((document) => document.startsWith(among) && fits(operator, document)),
  );
  if (documents.length === 0) return [];
  return Array.from({ length: count }, (_, at) => ({
    operator: operator.name,
    document: documents[at % documents.length] ?? '',
    seed: seed * 1000 + at,
  }));
};

/** Another document that a reader cannot tell from the mutated one: it says what that one prints. */
const sameLooks = async (
  { rendering, blocks, render }: CleanDocument,
  mutated: readonly Block[],
  bytes: Uint8Array,
): Promise<readonly Block[] | null> => {
  const looks = await looksOf(rendering, bytes);
  for (const other of [
    closeUp(blocks, mutated),
    setApart(blocks, mutated, 'first'),
    setApart(blocks, mutated, 'last'),
  ])
    if (other && (await looksOf(rendering, render(other))) === looks) return other;
  return null;
};

/** Makes, reads and judges one mutation; null when the document has no place for it. */
export const runMutation = async (mutation: Mutation, gazetteer: Gazetteer): Promise<Outcome | null> => {
  const operator = operatorNamed(mutation.operator);
  const clean = cleanDocument(mutation.document, mutation.seed);
  const random = createRandom(mutation.seed).fork(operator.name);
  const mutated =
    operator.on === 'blocks'
      ? operator.mutate(clean.blocks, random)
      : operator.mutate(clean.render(clean.blocks), random);
  if (mutated === null) return null;
  const bytes = 'blocks' in mutated ? clean.render(mutated.blocks) : mutated.bytes;
  const closed =
    'blocks' in mutated && !mutated.printed ? await sameLooks(clean, mutated.blocks, bytes) : null;
  const blocks = closed ?? ('blocks' in mutated ? mutated.blocks : clean.blocks);
  const truth = clean.printed ?? printedTruth(blocks, 'blocks' in mutated && !closed ? mutated : {});
  const meant = !('blocks' in mutated)
    ? truth
    : mutated.slipped
      ? printedTruth(clean.blocks, {})
      : printedTruth(mutated.blocks, mutated);
  const extraction = await validateReading(await parseDocument(bytes, { gazetteer }), {
    readAgain: () => readAgain(bytes),
  });
  return {
    ...judge(truth, extraction, meant),
    mutation,
    did: mutated.did,
    bytes,
    findings: extraction.findings.map(({ rule, scope, message }) => `${rule} ${scope}: ${message.zh}`),
  };
};
