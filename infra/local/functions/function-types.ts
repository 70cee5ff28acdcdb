/** How the local cloud runs functions: the interface other parts build on. */

export type InvokeResult =
  | { readonly ok: true; readonly payload: unknown; readonly logs: readonly string[] }
  | { readonly ok: false; readonly error: FunctionError; readonly logs: readonly string[] };

export interface FunctionError {
  /** Error class name, or `TimedOut`, `Killed`, `InitFailed`, `Throttled`. */
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
}

/** A failed invocation, kept for the inspector. */
export interface FunctionFailure {
  readonly at: string;
  readonly functionId: string;
  readonly error: FunctionError;
  readonly logs: readonly string[];
  readonly event: unknown;
}

export interface Functions {
  /**
   * Runs the function with this event in a worker of its own environment, warm when one is free.
   * Waits while the function's concurrency is used up. Never rejects for an error of the function itself.
   *
   * @throws Error when no function has this id
   */
  invoke(functionId: string, event: unknown): Promise<InvokeResult>;
  /** Invocations running or waiting now; part of `settled()`. */
  readonly running: number;
  /** The last failures, newest first. */
  failures(): readonly FunctionFailure[];
  /** The last log lines of a function, oldest first. */
  logs(functionId: string): readonly string[];
  /** Ends every worker; running invocations answer `Killed`. */
  stop(): Promise<void>;
}
