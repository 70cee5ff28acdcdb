import { SaxesParser } from 'saxes';
import { unreadable } from '#shared/runtime/upload.ts';

/** What is told while a part of a workbook is read; names are without prefix, attributes too. */
export interface XmlReader {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Reads a part of a workbook from its beginning to its end. Only elements of the root's own namespace are told,
 * whatever their prefix: extensions use the same names for other things. Throws `file-unreadable` (422).
 */
export function readXml(bytes: Buffer, part: string, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true });
  let own: string | null = null;
  parser.on('opentag', ({ local, uri, attributes }) => {
    own ??= uri;
    if (uri !== own) return;
    reader.open(
      local,
      new Map(Object.values(attributes).map((attribute) => [attribute.local, attribute.value])),
    );
  });
  parser.on('closetag', ({ local, uri }) => {
    if (uri === own) reader.close?.(local);
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  // No program writes one, and it may define entities that grow without end.
  parser.on('doctype', () => {
    throw notWellFormed(part);
  });
  parser.on('error', () => {
    throw notWellFormed(part);
  });
  parser.write(utf8(bytes, part)).close();
}

function utf8(bytes: Buffer, part: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notWellFormed(part);
  }
}

const notWellFormed = (part: string) =>
  unreadable(
    { vi: `Phần "${part}" của tệp XLSX bị hỏng`, en: `Part "${part}" of the workbook is damaged` },
    { part },
  );
