import { isTrue } from './workbook-parts.ts';
import { readXml } from './workbook-xml.ts';

/** A text with its runs as one: what it looks like is left out, but a run that is crossed out is told. */
export interface WrittenText {
  readonly text: string;
  readonly isStruck: boolean;
}

/** Gathers the runs of one text; what is said beside it, as how it is pronounced, is not part of it. */
export class TextGatherer {
  #text = '';
  #isStruck = false;
  #isText = false;
  #aside = 0;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'rPh') this.#aside += 1;
    if (name === 't') this.#isText = this.#aside === 0;
    if (name === 'strike' && isTrue(attributes.get('val') ?? 'true')) this.#isStruck = true;
  }

  add(text: string): void {
    if (this.#isText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#aside -= 1;
    if (name === 't') this.#isText = false;
  }

  gathered(): WrittenText {
    return { text: unescaped(this.#text), isStruck: this.#isStruck };
  }
}

/** Characters that XML cannot hold are written as _x000D_ and the like. */
export function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The texts that cells name by number. Throws `file-unreadable` (422). */
export function sharedTexts(bytes: Buffer | null): WrittenText[] {
  if (bytes === null) return [];
  const texts: WrittenText[] = [];
  let one = new TextGatherer();
  readXml(bytes, 'sharedStrings', {
    open: (name, attributes) => {
      if (name === 'si') one = new TextGatherer();
      one.open(name, attributes);
    },
    text: (text) => {
      one.add(text);
    },
    close: (name) => {
      one.close(name);
      if (name === 'si') texts.push(one.gathered());
    },
  });
  return texts;
}
