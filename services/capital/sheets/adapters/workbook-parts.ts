import type { Archive } from '#shared/runtime/archive.ts';
import { unreadable } from '#shared/runtime/upload.ts';
import { readXml } from './workbook-xml.ts';

/** The parts of a workbook that a table is read from. */
export interface WorkbookParts {
  readonly sheet: { readonly name: string; readonly bytes: Buffer };
  readonly strings: Buffer | null;
  readonly styles: Buffer | null;
  /** Days are counted from 1904 on, as the first Macintosh did. */
  readonly from1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Finds the first sheet that is shown, and what it refers to. Throws `file-unreadable` (422). */
export async function partsOf(archive: Archive): Promise<WorkbookParts> {
  const main = [...(await relationsOf(archive, '')).values()].find(({ type }) => type === 'officeDocument');
  const workbook = main && (await archive.read(main.target));
  if (!workbook) throw unreadable(NO_WORKBOOK);
  const { sheets, from1904 } = sheetsOf(workbook);
  const relations = await relationsOf(archive, main.target);
  const shown = sheets
    .filter(({ isShown }) => isShown)
    .map(({ relation }) => relations.get(relation))
    .find((relation) => relation?.type === 'worksheet');
  if (shown === undefined) throw unreadable(NO_SHEET);
  const bytes = await archive.read(shown.target);
  if (bytes === null) throw unreadable(NO_SHEET);
  const partOf = async (type: string): Promise<Buffer | null> => {
    const relation = [...relations.values()].find((one) => one.type === type);
    return relation === undefined ? null : archive.read(relation.target);
  };
  return {
    sheet: { name: shown.target, bytes },
    strings: await partOf('sharedStrings'),
    styles: await partOf('styles'),
    from1904,
  };
}

/** What a part refers to, by id; names of types differ between editions of the standard in all but their end. */
async function relationsOf(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const at = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, at);
  const name = `${folder}_rels/${part.slice(at)}.rels`;
  const bytes = await archive.read(name);
  const relations = new Map<string, Relation>();
  if (bytes === null) return relations;
  readXml(bytes, name, {
    open: (element, attributes) => {
      if (element !== 'Relationship') return;
      const type = attributes.get('Type')?.split('/').at(-1) ?? '';
      relations.set(attributes.get('Id') ?? '', {
        type,
        target: within(folder, attributes.get('Target') ?? ''),
      });
    },
  });
  return relations;
}

/** The name of an entry that a part in a folder refers to; empty where it refers to nothing that could be one. */
function within(folder: string, target: string): string {
  return URL.parse(target, `zip:///${folder}`)?.pathname.slice(1) ?? '';
}

function sheetsOf(workbook: Buffer) {
  const sheets: { readonly relation: string; readonly isShown: boolean }[] = [];
  let from1904 = false;
  readXml(workbook, 'workbook', {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attributes.get('date1904'));
      if (name !== 'sheet') return;
      const state = attributes.get('state') ?? 'visible';
      sheets.push({ relation: attributes.get('id') ?? '', isShown: state === 'visible' });
    },
  });
  return { sheets, from1904 };
}

/** How a file says yes. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

const NO_WORKBOOK = {
  vi: 'Tệp không phải sổ tính XLSX',
  en: 'The file is no XLSX workbook',
};
const NO_SHEET = {
  vi: 'Sổ tính không có trang tính nào hiển thị',
  en: 'The workbook has no visible sheet',
};
