export const EVENT_KINDS = ['verdict', 'keep', 'assign', 'correct', 'undo', 'redo'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What of an event undo and redo look at. */
export interface Step {
  readonly id: number;
  readonly kind: EventKind;
  readonly action: number;
  readonly author: string;
}

/** Actions of one person: those in force, and those undone; the last of each comes next. */
export interface Stacks {
  readonly done: readonly number[];
  readonly undone: readonly number[];
}

const NONE: Stacks = { done: [], undone: [] };

/**
 * Folds the log into the actions of each person. Undo takes back the last one in force, redo does the last undone one
 * again; something new leaves what was undone where it is, so that nothing is ever out of reach.
 */
export function foldSteps(steps: Iterable<Step>): ReadonlyMap<string, Stacks> {
  const people = new Map<string, Stacks>();
  for (const step of steps) {
    people.set(step.author, applyStep(people.get(step.author) ?? NONE, step));
  }
  return people;
}

/** The stacks after one more step. */
export function applyStep({ done, undone }: Stacks, { id, kind, action }: Step): Stacks {
  const without = (list: readonly number[]) => list.filter((one) => one !== action);
  if (kind === 'undo') return { done: without(done), undone: [...without(undone), action] };
  if (kind === 'redo') return { done: [...without(done), action], undone: without(undone) };
  return action === id ? { done: [...done, action], undone } : { done, undone };
}
