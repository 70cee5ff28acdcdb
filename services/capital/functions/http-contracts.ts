import { CONTRACT_ROUTES } from '#shared/contracts/capital/contracts/routes.ts';
import { SPLIT_ROUTES } from '#shared/contracts/capital/split/routes.ts';
import { LOOK_AND_REPEAT } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Contracts of entrustment, and the split of interest they rule. */
export const HTTP_CONTRACTS = {
  kind: 'http',
  service: 'capital',
  name: 'http-contracts',
  table: 'acts',
  routes: { ...CONTRACT_ROUTES, ...SPLIT_ROUTES },
  onErrors: {
    impact: {
      vi: 'Sở Tài chính không sửa được hợp đồng ủy thác, không phân chia và không đối chiếu được lãi thu của tháng.',
      en: 'The finance department cannot change contracts of entrustment, nor split or check the interest of a month.',
    },
    whatToDo: LOOK_AND_REPEAT,
  },
} satisfies HttpManifest;
