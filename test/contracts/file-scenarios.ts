import type { Told } from '#test/support/world/ask.ts';
import { PROGRAMME } from '#test/support/world/commands.ts';
import * as file from '#test/support/world/file-commands.ts';
import { OPENING_TOTALS } from '#test/support/world/opening-commands.ts';
import { TODAY } from '#test/support/world/small-world.ts';
import { SOURCE } from './cast.ts';
import { CUT_OVER, TAKEN_BACK, UNTOUCHED, WAITING } from './opening-cast.ts';
import { DECIDED, WAITS } from './quota-cast.ts';
import { POSTPONED, SHORT_LIVED } from './programme-cast.ts';
import { stranger, twice } from './scenario.ts';
import type { Say, Scenario, Scenarios } from './scenario.ts';

const TOMORROW = '2026-06-16';
const HEAD = 'Mã chương trình;Mã xã;Dư nợ;Chưa cho vay\n';
const LINE = file.OPENING_FILE.split('\n')[1] ?? '';

const opening = (
  given: Parameters<typeof file.importOpening>[3] = {},
  cutOverOn = CUT_OVER,
  sourceId = UNTOUCHED,
) => file.importOpening(sourceId, 'opening-file', cutOverOn, given);

const QUOTA_HEAD = 'Loại;Mã chương trình;Mã xã;Số tiền\n';
const QUOTA_LINE = file.QUOTA_FILE.split('\n')[1] ?? '';
const decision = (given: Parameters<typeof file.importDecision>[3] = {}, on = TODAY) =>
  file.importDecision(DECIDED, 'decision-file', on, given);

/** A file that is refused for what it is, whatever it is for. */
const ofFiles = (
  give: (say: Say, content: string) => Promise<Told>,
  head: string,
  line: string,
  most: number,
): Readonly<Record<string, Scenario>> => ({
  'file-unreadable': (say) => give(say, `${head}"${line}`),
  'file-too-large': (say) => give(say, 'x'.repeat(2_000_001)),
  'file-too-long': (say) => give(say, `${head}${`${line}\n`.repeat(most + 1)}`),
  'file-columns-missing': (say) => give(say, line),
  'file-lines-refused': (say) => give(say, `${head}${line.replace(/\d$/, '1.500')}`),
});

/** A file that names a programme nobody knows, or one that is not in force on its day. */
const ofProgrammes = (
  give: (say: Say, content: string) => Promise<Told>,
  head: string,
  line: string,
  notInForce: string,
): Readonly<Record<string, Scenario>> => ({
  'reference-unknown': (say) => give(say, `${head}${line.replace(PROGRAMME, 'never-heard-of')}`),
  'reference-not-in-force': (say) => give(say, `${head}${line.replace(PROGRAMME, notInForce)}`),
});

/** Each way files are refused. */
export const FILE_SCENARIOS: Scenarios = {
  importQuotaDecision: {
    ...ofFiles(
      (say, content) => say.give(decision({ file: file.csvFile(content) })),
      QUOTA_HEAD,
      QUOTA_LINE,
      1200,
    ),
    'area-not-allowed': (say) => say.give(decision(), stranger('branch-planner')),
    'already-exists': (say) => say.give(file.importDecision(DECIDED, WAITS, TODAY)),
    'effective-day-in-future': (say) => say.give(decision({}, TOMORROW)),
    'looks-like-a-duplicate': (say) =>
      twice(
        say,
        file.importDecision(DECIDED, 'file-once', TODAY),
        file.importDecision(DECIDED, 'file-twice', TODAY),
      ),
    'quota-decision-refused': (say) =>
      say.give(decision({ file: file.csvFile(`${QUOTA_HEAD}${QUOTA_LINE.replace(/\d$/, '999999999')}`) })),
    ...ofProgrammes(
      (say, content) => say.give(decision({ file: file.csvFile(content) })),
      QUOTA_HEAD,
      QUOTA_LINE,
      SHORT_LIVED,
    ),
  },
  importOpeningBalances: {
    ...ofFiles((say, content) => say.give(opening({ file: file.csvFile(content) })), HEAD, LINE, 2000),
    'area-not-allowed': (say) => say.give(opening(), stranger('finance-officer')),
    'already-exists': (say) => say.give(file.importOpening(UNTOUCHED, WAITING, CUT_OVER)),
    'effective-day-in-future': (say) => say.give(opening({}, TOMORROW)),
    'decision-not-yet-issued': (say) =>
      say.give(opening({ decision: { number: '1/QĐ', issuedOn: TOMORROW, issuer: 'Ủy ban nhân dân tỉnh' } })),
    'effective-day-before-opening': (say) => say.give(opening({}, '2026-02-01')),
    'control-totals-differ': (say) =>
      say.give(opening({ controlTotals: { ...OPENING_TOTALS, available: '1' } })),
    'opening-lines-refused': (say) => say.give(opening({ file: file.csvFile(`${HEAD}${LINE}\n${LINE}`) })),
    'source-has-entries': (say) => say.give(opening({}, TODAY, SOURCE)),
    'effective-day-before-last-entry': (say) => say.give(opening({}, CUT_OVER, TAKEN_BACK)),
    ...ofProgrammes(
      (say, content) => say.give(opening({ file: file.csvFile(content) })),
      HEAD,
      LINE,
      POSTPONED,
    ),
  },
  exportQuotas: {
    'area-not-allowed': (say) =>
      say.get(
        'exportQuotas',
        { params: { sourceId: SOURCE }, query: { format: 'csv' } },
        stranger('auditor'),
      ),
  },
};
