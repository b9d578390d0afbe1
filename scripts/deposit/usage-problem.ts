/** What was asked for cannot be asked for so. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}
