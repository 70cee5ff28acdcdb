/** Tells how long each stage of a start took, as it ends. */

export type Stage =
  | 'templates'
  | 'servers'
  | 'tables'
  | 'first-page'
  | 'reference'
  | 'founding'
  | 'people'
  | 'loans'
  | 'at-rest';

/** Runs the work of a stage and says a line when it is done. */
export type Timed = <T>(stage: Stage, work: () => Promise<T>) => Promise<T>;

const WORDS: Readonly<Record<Stage, string>> = {
  templates: 'Mẫu hạ tầng / templates',
  servers: 'Máy chủ / servers',
  tables: 'Bảng, hàng đợi / tables, queues',
  'first-page': 'Trang đầu / first page',
  reference: 'Dữ liệu nền / reference data',
  founding: 'Nguồn vốn từ 2014 / founding history',
  people: 'Hộ, tổ / people',
  loans: 'Món vay / loans',
  'at-rest': 'Mọi việc đã lắng / everything at rest',
};
const WIDEST = Math.max(...Object.values(WORDS).map(({ length }) => length));

/** Stages may overlap: each line has the time of its stage and the time since the start. */
export function createStopwatch(say: (line: string) => void): Timed {
  const startedAt = performance.now();
  return async (stage, work) => {
    const beganAt = performance.now();
    const result = await work();
    const now = performance.now();
    const took = seconds(now - beganAt).padStart(6);
    say(`  ⏱ ${WORDS[stage].padEnd(WIDEST)} ${took} s · ${seconds(now - startedAt).padStart(6)} s`);
    return result;
  };
}

const TENTHS = new Intl.NumberFormat('en', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  useGrouping: false,
});

/** Seconds to a tenth, as people read them. */
export function seconds(milliseconds: number): string {
  return TENTHS.format(milliseconds / 1000);
}
