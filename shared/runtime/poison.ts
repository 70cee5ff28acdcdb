import type { Text } from '#shared/domain/text.ts';

/** An event that can never be applied as it is: it is parked at once with this reason. */
export class Poison extends Error {
  readonly reason: string;
  readonly detail: Text;

  constructor(reason: string, detail: Text) {
    super(reason);
    this.name = 'Poison';
    this.reason = reason;
    this.detail = detail;
  }
}

/** An event that came before the one it builds on: the queue brings it again. */
export class TooEarly extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TooEarly';
  }
}
