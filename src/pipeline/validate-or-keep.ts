import type { Reading } from '../model/extraction.ts';
import { type ValidationTools, validateReading, validateUnexplained } from '../validators/index.ts';

/** A fault on the way to an explanation costs the explanation, not what was read; it is told of in a finding. */
export async function validateOrKeep(reading: Reading, tools: ValidationTools) {
  try {
    return await validateReading(reading, tools);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return validateUnexplained(reading, {
      zh: `程序故障（${reason}）`,
      en: `a fault of the program (${reason})`,
    });
  }
}
