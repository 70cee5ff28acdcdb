import type { STANDARD_ROUTES } from '#shared/contracts/beneficiary/standards/routes.ts';
import type { Page, Revised } from '#beneficiary/areas/application/ports.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { PovertyStandard } from '../domain/poverty-standard.ts';

export type StandardContent = BodyOf<typeof STANDARD_ROUTES.putPovertyStandard>;

export interface StandardReader {
  standard(standardId: string): Promise<PovertyStandard | null>;
}

export interface StandardStore extends StandardReader {
  put(content: StandardContent): Promise<Revised>;
  page(cursor: string | undefined): Promise<Page<StandardContent>>;
}
