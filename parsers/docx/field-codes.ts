import type { Element } from 'domhandler';
import { LIMITS } from '../limits.ts';
import { isTag, textOf } from './xml.ts';

export interface FieldTexts {
  /** Text elements of instructions: not printed. */
  readonly codes: ReadonlySet<Element>;
  /** Instructions that a word processor draws, having no result to show: formulas of EQ fields. */
  readonly drawn: ReadonlySet<Element>;
}

interface OpenField {
  readonly instruction: boolean;
  readonly texts: Element[];
  readonly instructions: Element[];
}

const EQUATION = /^\s*eq\b/i;

/**
 * What belongs to a field's instruction, not to its result (ECMA-376 part 1, 17.16.18): a nested field's result inside
 * an IF is never shown. A field that never ends hides nothing: better too much than too little.
 */
export function findFieldCodes(root: Element): FieldTexts {
  const codes = new Set<Element>();
  const drawn = new Set<Element>();
  const open: OpenField[] = [];
  const begin = (instruction: boolean): OpenField => ({ instruction, texts: [], instructions: [] });
  const marks: Readonly<Record<string, () => void>> = {
    begin: () => void open.push(begin(true)),
    separate: () => void open.splice(-1, 1, begin(false)),
    end: () => {
      const field = open.pop();
      const instructions = field?.instructions ?? [];
      if (EQUATION.test(instructions.map(textOf).join(''))) for (const part of instructions) drawn.add(part);
    },
  };
  const visit = (element: Element, depth: number): void => {
    if (depth > LIMITS.depth) return;
    if (element.name === 'w:fldChar') {
      const type = element.attribs['w:fldCharType'] ?? '';
      if (type !== 'begin') for (const text of open.at(-1)?.texts ?? []) codes.add(text);
      marks[type]?.();
    } else if (element.name === 'w:t') {
      open.findLast((field) => field.instruction)?.texts.push(element);
    } else if (element.name === 'w:instrText') {
      open.at(-1)?.instructions.push(element);
    } else for (const child of element.children) if (isTag(child)) visit(child, depth + 1);
  };
  visit(root, 0);
  return { codes, drawn };
}
