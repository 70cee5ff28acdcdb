/** Terms of an approval as its event tells them, where a test is about the money and not about them. */
export function approvedTermsOf({
  sourceId,
  amount,
}: {
  readonly sourceId: string;
  readonly amount: string;
}) {
  const rates = { ratePerYear: '6.6', overdueRatePerYear: '8.58' };
  return { sourceId, amount, ...rates, termMonths: 36, principalEveryMonths: 12 };
}
