import * as z from 'zod/mini';
import { DaySchema, IdSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'capital';

/** The change, and the day its terms count from. */
const change = { sourceId: IdSchema, changeId: IdSchema, countsFrom: DaySchema };

export const ContractChangeProposed = defineEvent({
  type: 'ContractChangeProposed',
  version: 1,
  source,
  title: { vi: 'Đề xuất thay đổi hợp đồng ủy thác', en: 'Change of an entrustment contract proposed' },
  data: z.object({ ...change, basedOn: z.int(), annexNumber: z.string() }),
});

export const ContractChangeApproved = defineEvent({
  type: 'ContractChangeApproved',
  version: 1,
  source,
  title: { vi: 'Duyệt thay đổi hợp đồng ủy thác', en: 'Change of an entrustment contract approved' },
  data: z.object({ ...change, contractVersion: z.int(), proposedBy: z.string() }),
});

export const ContractChangeRejected = defineEvent({
  type: 'ContractChangeRejected',
  version: 1,
  source,
  title: { vi: 'Trả lại thay đổi hợp đồng ủy thác', en: 'Change of an entrustment contract rejected' },
  data: z.object({ ...change, reason: z.string(), proposedBy: z.string() }),
});

export const ContractChangeWithdrawn = defineEvent({
  type: 'ContractChangeWithdrawn',
  version: 1,
  source,
  title: { vi: 'Rút đề xuất thay đổi hợp đồng', en: 'Change of an entrustment contract withdrawn' },
  data: z.object({ ...change, reason: z.string() }),
});

export const CONTRACT_EVENTS = [
  ContractChangeProposed,
  ContractChangeApproved,
  ContractChangeRejected,
  ContractChangeWithdrawn,
] as const;
