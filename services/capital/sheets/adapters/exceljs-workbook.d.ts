/** The part of the package that reads and writes workbooks: half the size of all of it. */
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs';
  export default Workbook;
}
