import type { Unit } from './gazetteer.ts';

/**
 * What a place is called through all its names and codes: the first code that it had and the year since when, 2008 for
 * that or before. Never given to another place; it tells nothing of where the place is today.
 */
export const placeIdOf = ({ rows: [first] }: Unit): string => `${first?.code}-${first?.firstYear}`;
