/** Keeps the numbers without a gap until the step that has this number is merged in its place. */
export const placeholder = { number: 4, name: 'placeholder', sql: 'SELECT 1;' };
