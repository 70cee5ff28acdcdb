import type { SheetFile } from '#shared/contracts/file.ts';
import { OPENING_FILE_ROUTES } from '#shared/contracts/capital/opening/file-routes.ts';
import { QUOTA_FILE_ROUTES } from '#shared/contracts/capital/quota/file-routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { command, decisionOn, PROGRAMME } from './commands.ts';
import type { Command } from './commands.ts';
import { OPENING_TOTALS } from './opening-commands.ts';
import { HOME } from './small-world.ts';

const { importOpeningBalances } = OPENING_FILE_ROUTES;
const { importQuotaDecision } = QUOTA_FILE_ROUTES;

export const csvFile = (content: string): SheetFile => ({
  name: 'file.csv',
  format: 'csv',
  encoding: 'text',
  content,
});

export const QUOTA_FILE = `Loại;Mã chương trình;Mã xã;Số tiền\ngiao;${PROGRAMME};${HOME};1\n`;

export function importDecision(
  sourceId: string,
  decisionId: string,
  effectiveOn: string,
  given: Partial<BodySent<typeof importQuotaDecision>> = {},
): Command {
  return command(
    'branch-planner',
    importQuotaDecision,
    `${sourceId}-${decisionId}-file`,
    {
      decisionId,
      decision: decisionOn(effectiveOn),
      effectiveOn,
      file: csvFile(QUOTA_FILE),
      ...given,
    },
    { sourceId },
  );
}

export const OPENING_FILE = `Mã chương trình;Mã xã;Dư nợ;Chưa cho vay\n${PROGRAMME};${HOME};700000000;300000000\n`;

export function importOpening(
  sourceId: string,
  openingId: string,
  cutOverOn: string,
  given: Partial<BodySent<typeof importOpeningBalances>> = {},
): Command {
  return command(
    'finance-officer',
    importOpeningBalances,
    `${sourceId}-${openingId}-file`,
    {
      openingId,
      cutOverOn,
      decision: decisionOn(cutOverOn),
      controlTotals: OPENING_TOTALS,
      file: csvFile(OPENING_FILE),
      ...given,
    },
    { sourceId },
  );
}
