export const RULE = {
  from: '2099-01-01',
  expiresAfterDays: 60,
  warnDaysBefore: 7,
  source: {
    instrument: 'Quy định giữ vốn (hư cấu)',
    issuedOn: '2026-01-01',
    effectiveOn: null,
    confidence: 'memory',
  },
};

/** Far away, so that it changes nothing of what the cast reserves. */
export const RESERVATION_BODIES: Readonly<Record<string, unknown>> = {
  putReservationRules: { rules: [RULE] },
};
