import type { ApiProblem } from '#shared/client/api-problem.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { openDoors } from './doors.ts';
import type { Doors, Entrance } from './doors.ts';
import { FOUNDING_STEPS, loadFounding } from './founding/load-founding.ts';
import { loadFunds } from './load-funds.ts';
import { isDecidedByBranch, isPaidOut, loadApprovals, loadLists, loadRunning } from './load-loans.ts';
import type { LoanLoad } from './load-loans.ts';
import { loadGroups, loadHouseholds } from './load-people.ts';
import { loadReference } from './load-reference.ts';
import { loadSources } from './load-sources.ts';
import { planProvince } from './plan/plan.ts';
import { lastDayOf } from './plan/sources.ts';
import type { Plan } from './plan/types.ts';
import { both, counter } from './progress.ts';
import type { Say } from './progress.ts';

export type LoadStage = 'reference' | 'founding' | 'people' | 'loans' | 'at-rest';

type Timed = <T>(stage: LoadStage, work: () => Promise<T>) => Promise<T>;

export interface LoadOptions extends Entrance {
  /** Reference data only. */
  readonly empty: boolean;
  /** How many communes the demonstration has; all when absent. */
  readonly communes?: number;
  readonly progress: Say;
  /** Resolves when nothing is on its way between the services. */
  readonly settled: () => Promise<void>;
  /** Runs the work of a stage; may take its time. */
  readonly timed?: Timed;
}

/** Enough to keep two cores busy while a person who looks around still gets quick answers. */
const AT_A_TIME = 8;

/**
 * Loads the province through its public doors: reference data by the machine client and, what takes two persons, by
 * those; then the fictional demonstration by the people whose work each step is. Every record has a natural key and every command an
 * idempotency key, so a load that was cut off goes on where it was and a second one changes nothing.
 */
export async function loadProvince(options: LoadOptions): Promise<void> {
  const { progress, settled, empty } = options;
  const timed: Timed = options.timed ?? ((_, work) => work());
  const doors = openDoors(options);
  progress(both({ vi: 'Đang nạp dữ liệu nền qua API', en: 'Loading reference data through the API' }));
  const { records, changed } = await timed('reference', async () => {
    const loaded = await loadReference(doors, AT_A_TIME);
    // Capital hears of programmes and areas by events, and puts money only where it knows both.
    await settled();
    return loaded;
  });
  progress(
    both({
      vi: `Dữ liệu nền: ${records.toString()} bản ghi, ${changed.toString()} thay đổi`,
      en: `reference data: ${records.toString()} records, ${changed.toString()} changed`,
    }),
  );
  if (!empty)
    await loadDemo(doors, planProvince(await lastDayOfDemo(doors), options.communes), progress, timed);
  await timed('at-rest', settled);
}

/** A demonstration begun earlier is continued for the day it was planned for; a new one ends today. */
async function lastDayOfDemo(doors: Doors): Promise<string> {
  const reader = doors.system('reference-loader');
  let cursor: string | null = null;
  do {
    const page: { items: { sourceId: string }[]; next: string | null } = await reader.call(
      CAPITAL_ROUTES.listSources,
      { query: { limit: '50', ...(cursor === null ? {} : { cursor }) } },
    );
    const [begun] = page.items.map(({ sourceId }) => lastDayOf(sourceId)).filter((day) => day !== null);
    if (begun !== undefined) return begun;
    cursor = page.next;
  } while (cursor !== null);
  // The platform's own business day, which need not be that of this machine.
  return (
    await reader.call(LENDING_ROUTES.getProgramme, { params: { programmeId: 'job-creation' }, query: {} })
  ).on;
}

async function loadDemo(doors: Doors, plan: Plan, progress: Say, timed: Timed): Promise<void> {
  progress(
    both({
      vi: `Đang nạp tỉnh hư cấu từ ${plan.firstDay} đến ${plan.lastDay}; có thể dùng ngay`,
      en: `loading the fictional province from ${plan.firstDay} to ${plan.lastDay}; usable meanwhile`,
    }),
  );
  const loans = plan.lists.flatMap((list) => list.loans);
  const quotas = plan.sources.reduce((sum, source) => sum + source.quotas.length, 0);
  const refusals: ApiProblem[] = [];
  const load: LoanLoad = {
    doors,
    atATime: AT_A_TIME,
    sourceOf: ({ fund }) => plan.sources.find((source) => source.fund === fund)?.sourceId ?? fund,
    refused: (problem) => {
      refusals.push(problem);
    },
  };
  const count = (vi: string, en: string, total: number): (() => void) => counter(progress, { vi, en }, total);
  const founding = timed('founding', async () => {
    await Promise.all([
      loadSources(doors, plan.sources, count('Chỉ tiêu vốn', 'capital quotas', quotas)),
      loadFounding(
        doors,
        AT_A_TIME,
        count('Nguồn vốn từ 2014', 'sources of capital since 2014', FOUNDING_STEPS),
      ),
    ]);
    await loadFunds(doors, AT_A_TIME, plan.sources, plan.lastDay);
  });
  const people = timed('people', async () => {
    const { households, groups } = plan;
    await loadHouseholds(doors, households, AT_A_TIME, count('Hộ gia đình', 'households', households.length));
    await loadGroups(doors, groups, AT_A_TIME, count('Tổ TK&VV', 'groups', groups.length));
  });
  await Promise.all([founding, people]);
  await timed('loans', async () => {
    await loadLists(load, plan.lists, count('Danh sách 03/TD', '03/TD lists', plan.lists.length));
    await loadApprovals(load, loans, count('Phê duyệt', 'approvals', loans.filter(isDecidedByBranch).length));
    const paidOut = loans.filter(isPaidOut).length;
    await loadRunning(load, loans, count('Giải ngân và thu nợ', 'loans disbursed and repaid', paidOut));
  });
  for (const problem of refusals.slice(0, 5)) progress(`! ${problem.message}`);
  if (refusals.length > 0) {
    progress(
      both({
        vi: `${refusals.length.toString()} việc bị từ chối vì món vay đã được người khác xử lý`,
        en: `${refusals.length.toString()} acts were refused because somebody had already dealt with the loan`,
      }),
    );
  }
}
