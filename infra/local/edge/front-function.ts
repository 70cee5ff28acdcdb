/** Runs a CloudFront function of the template on a viewer request, in a context of its own as CloudFront does. */
import { createContext, runInContext, Script } from 'node:vm';

export interface ViewerRequest {
  readonly method: string;
  readonly uri: string;
}

export type ViewerResult =
  | { readonly kind: 'request'; readonly uri: string }
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
    };

export type ViewerFunction = (request: ViewerRequest) => ViewerResult;

interface FunctionResult {
  readonly uri?: unknown;
  readonly statusCode?: unknown;
  readonly headers?: Readonly<Record<string, { readonly value?: unknown }>>;
}

const LONGEST_RUN_MS = 2_000;

export function compileViewerFunction(code: string): ViewerFunction {
  const script = new Script(code);
  return ({ method, uri }) => {
    const context = createContext({});
    script.runInContext(context, { timeout: LONGEST_RUN_MS });
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request' },
      request: { method, uri, headers: {}, querystring: {}, cookies: {} },
    };
    const result = JSON.parse(
      String(
        runInContext(`JSON.stringify(handler(${JSON.stringify(event)}))`, context, {
          timeout: LONGEST_RUN_MS,
        }),
      ),
    ) as FunctionResult;
    if (typeof result.statusCode === 'number') {
      const headers = Object.entries(result.headers ?? {}).map(
        ([name, { value }]) => [name, String(value)] as const,
      );
      return { kind: 'response', status: result.statusCode, headers: Object.fromEntries(headers) };
    }
    return { kind: 'request', uri: typeof result.uri === 'string' ? result.uri : uri };
  };
}
