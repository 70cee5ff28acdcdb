import type { IRole } from 'aws-cdk-lib/aws-iam';

/**
 * A value for a function's environment together with the permission to use what it names. Naming and granting
 * are one act, so a function can neither hold a permission it does not name nor name a thing it may not use.
 */
export interface Granted {
  readonly value: string;
  grant(role: IRole): void;
}

/** Every variable of a function's environment schema, as text or as a granted thing. */
export type EnvironmentOf<E extends Readonly<Record<string, string>>> = {
  readonly [K in keyof E]: E[K] | Granted;
};
