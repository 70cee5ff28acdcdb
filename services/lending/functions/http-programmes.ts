import { REFERENCE_ROUTES } from '#shared/contracts/lending/programmes/routes.ts';
import { operationsRoutes } from '#shared/contracts/operations.ts';
import { LOOK_AND_REPEAT } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Programmes and organisations. */
export const HTTP_PROGRAMMES = {
  kind: 'http',
  service: 'lending',
  name: 'http-programmes',
  table: 'acts',
  routes: { ...REFERENCE_ROUTES, ...operationsRoutes('lending') },
  onErrors: {
    impact: {
      vi: 'Không xem và ghi nhận được chương trình, tổ chức; món vay đang chạy không bị ảnh hưởng.',
      en: 'Programmes and organisations cannot be looked at or recorded; loans go on.',
    },
    whatToDo: LOOK_AND_REPEAT,
  },
} satisfies HttpManifest;
