/**
 * A cell as a file has it. `content` is what stands there: of a text its characters, of a number its digits as the
 * file writes them. Everything else is named for what it is, so that it can be refused where it stands:
 *
 * - `date`, `boolean`, `error`: a value of that type
 * - `formula`: something that is reckoned; its last result may be out of date and is not taken
 * - `unit`: a number shown in a unit or a scale other than đồng, such as a per cent or "triệu"
 * - `merged`: part of cells made one, where nobody can tell which row a value belongs to
 * - `hidden`: in a row or column that whoever looks at the sheet does not see
 * - `struck`: crossed out
 */
export interface Cell {
  readonly kind:
    | 'text'
    | 'number'
    | 'date'
    | 'boolean'
    | 'error'
    | 'formula'
    | 'unit'
    | 'merged'
    | 'hidden'
    | 'struck'
    | 'unknown';
  readonly content: string;
}
