import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { BENEFICIARY } from '#beneficiary/manifest.ts';
import { CAPITAL } from '#capital/manifest.ts';
import { LENDING } from '#lending/manifest.ts';
import { BENEFICIARY_EVENTS } from '#shared/contracts/beneficiary/events.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_EVENTS } from '#shared/contracts/capital/events.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_EVENTS } from '#shared/contracts/lending/events.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { withTables } from './readme-tables.ts';
import type { Described } from './readme-tables.ts';

export const DESCRIBED_SERVICES: readonly Described[] = [
  { manifest: BENEFICIARY, routes: BENEFICIARY_ROUTES, events: BENEFICIARY_EVENTS },
  { manifest: CAPITAL, routes: CAPITAL_ROUTES, events: CAPITAL_EVENTS },
  { manifest: LENDING, routes: LENDING_ROUTES, events: LENDING_EVENTS },
];

/** The README of a service as it stands, and with its tables drawn anew, in the house's format. */
export async function drawReadme(
  described: Described,
): Promise<{ path: string; stands: string; drawn: string }> {
  const path = join(import.meta.dirname, '../../services', described.manifest.service, 'README.md');
  const stands = readFileSync(path, 'utf8');
  const options = (await resolveConfig(path)) ?? {};
  return { path, stands, drawn: await format(withTables(stands, described), { ...options, filepath: path }) };
}
