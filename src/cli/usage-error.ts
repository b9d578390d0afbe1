import type { Message } from '../model/finding.ts';

/** The user asked for something that cannot be done as asked; the message says what to do instead. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly text: Message;

  constructor(text: Message) {
    super(text.en);
    this.text = text;
  }
}
