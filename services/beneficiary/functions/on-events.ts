import { LoanConfirmed, LoanDisbursed, RepaymentRecorded } from '#shared/contracts/lending/loans/events.ts';
import type { ConsumerManifest } from '#shared/functions/manifest.ts';
import { LOOK_AT_PARKED } from '#shared/functions/words.ts';

/** Decides on eligibility, and keeps what households owe. */
export const ON_EVENTS = {
  kind: 'consumer',
  service: 'beneficiary',
  name: 'on-events',
  table: 'known-keys',
  // Of two million repayments a year only those that settle a loan change what a household owes here.
  listensTo: [LoanConfirmed, LoanDisbursed, { event: RepaymentRecorded, data: { settled: [true] } }],
  onErrors: {
    impact: {
      vi: 'Hồ sơ xã đã xác nhận không được xét điều kiện; dư nợ đang có của hộ không cập nhật.',
      en: "Confirmed loan requests are not decided on; households' running debt is not kept up to date.",
    },
    whatToDo: LOOK_AT_PARKED,
  },
} satisfies ConsumerManifest;
