import type { Block } from '../generate/blocks.ts';
import type { Random } from '../generate/random.ts';

/** How a document's tables are turned into bytes; some operators make sense in some of them only. */
export type Rendering = 'html' | 'text' | 'docx' | 'xlsx' | 'pdf' | Saved;
/** Files that an office program saved: they have bytes only. */
export type Saved = 'doc' | 'xls';

/** Blocks after a mutation, and the variables whose printed number no reader can know. */
export type MutatedBlocks = {
  readonly blocks: readonly Block[];
  /** What was done, for the failure message. */
  readonly did: string;
  /** Variables that are printed in a way that leaves their number open: whatever is read must be doubted. */
  readonly doubtful?: readonly string[];
  /** What is printed for variables that no cell of their own prints. */
  readonly printed?: ReadonlyMap<string, string>;
  /** Numbers slipped into cells of other ones: what is imputed must be what was meant, where it can be told at all. */
  readonly slipped?: true;
};

export type MutatedBytes = { readonly bytes: Uint8Array; readonly did: string };

/**
 * One way in which a document is spoilt. Operators on blocks carry the truth with them: a cell keeps the variable
 * whose number it is meant to print, wherever it is moved, and its text is what is printed. Null when the document
 * has no place for the mutation.
 */
export type Operator = {
  readonly name: string;
  readonly renderings?: readonly Rendering[];
} & (
  | {
      readonly on: 'blocks';
      readonly mutate: (blocks: readonly Block[], random: Random) => MutatedBlocks | null;
    }
  | { readonly on: 'bytes'; readonly mutate: (bytes: Uint8Array, random: Random) => MutatedBytes | null }
);
