/** Picks the route of an HTTP API for a request, by API Gateway's order: fixed parts before `{x}` before `{x+}`. */
import type { HttpRoute } from '../assembly/types.ts';

export interface RouteMatch {
  readonly route: HttpRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export type FindRoute = (method: string, path: string) => RouteMatch | null;

interface Compiled {
  readonly route: HttpRoute;
  readonly method: string;
  readonly expression: RegExp;
  readonly names: readonly string[];
  /** Sorts the more specific route first. */
  readonly rank: string;
}

const DEFAULT_ROUTE = '$default';

export function createRouteTable(routes: readonly HttpRoute[]): FindRoute {
  const compiled = routes
    .filter(({ routeKey }) => routeKey !== DEFAULT_ROUTE)
    .map(compile)
    .sort((a, b) => a.rank.localeCompare(b.rank));
  const fallback = routes.find(({ routeKey }) => routeKey === DEFAULT_ROUTE);
  return (method, path) => {
    for (const candidate of compiled) {
      if (candidate.method !== 'ANY' && candidate.method !== method) continue;
      const found = candidate.expression.exec(path);
      if (found === null) continue;
      const values = candidate.names.map((name, index) => [name, decode(found[index + 1] ?? '')] as const);
      return { route: candidate.route, pathParameters: Object.fromEntries(values) };
    }
    return fallback === undefined ? null : { route: fallback, pathParameters: {} };
  };
}

function compile(route: HttpRoute): Compiled {
  const [method = '', path = ''] = route.routeKey.split(' ');
  const names: string[] = [];
  let rank = '';
  const source = path
    .split('/')
    .map((part) => {
      const variable = /^\{([\w-]+)(\+?)\}$/.exec(part);
      if (variable === null) {
        rank += '0';
        return part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      }
      names.push(variable[1] ?? '');
      rank += variable[2] === '+' ? '2' : '1';
      return variable[2] === '+' ? '(.+)' : '([^/]+)';
    })
    .join('/');
  return {
    route,
    method,
    expression: new RegExp(`^${source}$`),
    names,
    rank: `${rank}${method === 'ANY' ? '1' : '0'}`,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
