import type { Suggestion } from '../model/finding.ts';
import type { VariableBook } from './variable-book.ts';

/**
 * Names of variables as JSON with their numbers in place of the names: findings name dozens, of fifty letters
 * each. A name that is no variable's (a printed label) stays a text.
 */
export function packNames({ findId }: VariableBook, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => findId(name) ?? name));
}

export function unpackNames({ nameOf }: VariableBook, packed: string): string[] {
  const entries = JSON.parse(packed) as (number | string)[];
  return entries.map((entry) => (typeof entry === 'number' ? nameOf(entry) : entry));
}

/** Suggestions as JSON: `changes` as a list of pairs, of the variable's number or name and its value. */
export function packSuggestions({ findId }: VariableBook, suggestions: readonly Suggestion[]): string {
  const pack = (changes: Suggestion['changes']) =>
    Object.entries(changes).map(([name, value]) => [findId(name) ?? name, value]);
  return JSON.stringify(
    suggestions.map((suggestion) => ({ ...suggestion, changes: pack(suggestion.changes) })),
  );
}

type PackedSuggestion = Omit<Suggestion, 'changes'> & {
  readonly changes: readonly [number | string, number][];
};

export function unpackSuggestions({ nameOf }: VariableBook, packed: string): Suggestion[] {
  const nameAgain = (entry: number | string): string => (typeof entry === 'number' ? nameOf(entry) : entry);
  return (JSON.parse(packed) as PackedSuggestion[]).map((suggestion) => ({
    ...suggestion,
    changes: Object.fromEntries(suggestion.changes.map(([entry, value]) => [nameAgain(entry), value])),
  }));
}
