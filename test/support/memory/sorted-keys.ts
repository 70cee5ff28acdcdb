/** Strings in order, most of which are added at the end. */
export class SortedKeys {
  readonly #keys: string[] = [];

  add(key: string): void {
    const last = this.#keys.at(-1);
    if (last === undefined || last < key) {
      this.#keys.push(key);
      return;
    }
    const at = this.from(key);
    if (this.#keys[at] !== key) this.#keys.splice(at, 0, key);
  }

  remove(key: string): void {
    const at = this.from(key);
    if (this.#keys[at] === key) this.#keys.splice(at, 1);
  }

  /** Index of the first key that is not before this one. */
  from(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Keys that fit, in order or the other way round, beginning after `after`. */
  *walk(fits: (key: string) => boolean, first: string, order: Order, after: string | null): Iterable<string> {
    if (order === 'newest') {
      const begin = after === null ? this.#keys.length - 1 : this.from(after) - 1;
      for (let at = begin; at >= 0; at -= 1) {
        const key = this.#keys[at] ?? '';
        if (fits(key)) yield key;
        else if (key < first) return;
      }
      return;
    }
    let at = this.from(after === null || after < first ? first : after);
    if (after !== null && this.#keys[at] === after) at += 1;
    for (let key = this.#keys[at]; key !== undefined && fits(key); key = this.#keys[at]) {
      yield key;
      at += 1;
    }
  }
}

export type Order = 'oldest' | 'newest';
