import { inject } from 'vitest';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { IndicatorId } from '#shared/contracts/capital/indicators/catalogue.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { decision, investor, openCapital, opening } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { actNow, setClock } from './ledger-on-dynamo.ts';

const { getIndicator, getIndicatorSeries, listIndicatorRows, openSource, putInvestor, receiveCapital } =
  CAPITAL_ROUTES;

export const law = {
  instrument: '40-CT/TW',
  issuedOn: '2014-11-22',
  effectiveOn: null,
  confidence: 'verified' as const,
};

type Kind = 'central' | 'province' | 'former-district';

export async function open(
  capital: Capital,
  sourceId: string,
  kind: Kind,
  openedOn: string,
  given: Partial<BodySent<typeof openSource>['contract']> = {},
): Promise<void> {
  const investorId = `investor-${sourceId}`;
  await capital.call(putInvestor, { params: { investorId }, body: { ...investor, kind }, act: actNow() });
  const body = {
    ...opening,
    sourceId,
    investorId,
    kind: kind === 'central' ? ('central' as const) : ('entrusted' as const),
    contract: {
      ...opening.contract,
      signedOn: openedOn,
      decision: { ...decision, issuedOn: openedOn },
      ...given,
    },
    effectiveOn: openedOn,
  };
  await capital.call(openSource, { body, act: actNow() });
}

export async function receive(
  capital: Capital,
  sourceId: string,
  amount: string,
  effectiveOn: string,
): Promise<void> {
  const body = { amount, decision: { ...decision, issuedOn: effectiveOn }, effectiveOn };
  await capital.call(receiveCapital, { params: { sourceId }, body, act: actNow() });
}

/** Province and one district, and money of the centre: 36 at the directive, 1 020 of 4 435 later, in đồng. */
export async function founded(): Promise<Capital> {
  setClock('2024-01-10T09:00');
  const capital = await openCapital(inject('dynamoEndpoint'));
  await open(capital, 'a-centre', 'central', '2014-01-01');
  await open(capital, 'b-province', 'province', '2014-01-01');
  await open(capital, 'c-district', 'former-district', '2014-01-01');
  for (const [source, amount, day] of [
    ['a-centre', '3415', '2014-02-01'],
    ['b-province', '26', '2014-11-03'],
    ['b-province', '700', '2020-03-05'],
    ['c-district', '10', '2014-11-03'],
    ['c-district', '284', '2022-06-30'],
    ['b-province', '500', '2023-09-01'],
  ] as const) {
    await receive(capital, source, amount, day);
  }
  await capital.project();
  return capital;
}

export const value = async (capital: Capital, indicatorId: IndicatorId, query: Record<string, string> = {}) =>
  capital.call(getIndicator, {
    params: { indicatorId },
    query: { asOf: '2023-07-31', ...query },
    act: actNow(),
  });

export const rows = async (capital: Capital, indicatorId: IndicatorId, query: Record<string, string> = {}) =>
  capital.call(listIndicatorRows, {
    params: { indicatorId },
    query: { asOf: '2023-07-31', ...query },
    act: actNow(),
  });

export const series = async (capital: Capital, indicatorId: IndicatorId, query: Record<string, string>) =>
  capital.call(getIndicatorSeries, { params: { indicatorId }, query: query as never, act: actNow() });
