/** An event came before the one it builds on. The queue brings it again; nothing is decided. */
export class NotYet extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotYet';
  }
}
