/** The inspector: one plain page to look inside the running cloud, the same as JSON, and two small forms. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { FAULT_KINDS } from '../faults.ts';
import type { FaultKind, FaultRule, Faults } from '../faults.ts';
import { readBody, sendJson } from '../loopback.ts';
import type { Handle } from '../loopback.ts';
import { PROCESS_PATH } from '../running.ts';
import type { Inspection } from './inspection.ts';
import { inspectorPage } from './inspector-page.ts';
import type { Snapshot } from './inspector-page.ts';

export interface InspectorOptions {
  readonly inspection: Inspection;
  readonly faults: Faults;
  readonly setBusinessDay: (day: string | null) => void;
  readonly settled: () => Promise<void>;
}

const LARGEST_FORM_BYTES = 16 * 1024;

const SHOWN = 100;

export function createInspector(options: InspectorOptions): Handle {
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://inspector');
    if (request.method === 'POST') {
      if (!fromOwnPage(request)) sendJson(response, 403, { message: 'Only from the inspector itself' });
      else await act(options, pathname, request, response);
      return;
    }
    if (pathname === '/') {
      const page = inspectorPage(await snapshot(options.inspection));
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
      });
      response.end(page);
      return;
    }
    if (pathname === '/inspection.json') {
      sendJson(response, 200, await snapshot(options.inspection));
      return;
    }
    if (pathname === PROCESS_PATH) {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end(String(process.pid));
      return;
    }
    const functionId = /^\/logs\/([\w-]+)$/.exec(pathname)?.[1];
    if (functionId !== undefined && options.inspection.functionIds.includes(functionId)) {
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(options.inspection.logs(functionId).join('\n'));
      return;
    }
    sendJson(response, 404, { message: 'Not Found' });
  };
}

async function act(
  options: InspectorOptions,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = new URLSearchParams((await readBody(request, LARGEST_FORM_BYTES))?.toString() ?? '');
  try {
    if (pathname === '/business-day') {
      const day = form.get('day') ?? '';
      options.setBusinessDay(day === '' ? null : day);
    } else if (pathname === '/faults') {
      options.faults.set({ seed: wholeNumber(form.get('seed') ?? '1'), rules: rulesOf(form) });
    } else if (pathname === '/settle') {
      await options.settled();
    } else {
      sendJson(response, 404, { message: 'Not Found' });
      return;
    }
  } catch (error) {
    sendJson(response, 400, { message: error instanceof Error ? error.message : String(error) });
    return;
  }
  response.writeHead(303, { location: '/' }).end();
}

/** A page of another site in the same browser must not be able to switch faults on. */
function fromOwnPage(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host ?? ''}`;
}

function rulesOf(form: URLSearchParams): FaultRule[] {
  const where = form.get('where') ?? '';
  return FAULT_KINDS.flatMap((kind: FaultKind): FaultRule[] => {
    const percent = wholeNumber(form.get(kind) ?? '0');
    if (percent === 0) return [];
    return [{ kind, probability: Math.min(percent, 100) / 100, ...(where === '' ? {} : { where }) }];
  });
}

function wholeNumber(text: string): number {
  if (!/^\d{0,9}$/.test(text)) throw new Error(`Not a whole number: ${text}`);
  return Number(text);
}

async function snapshot(inspection: Inspection): Promise<Snapshot> {
  const [queues, parked] = await Promise.all([inspection.queues(), inspection.parked()]);
  return {
    clock: inspection.clock(),
    faults: inspection.faults(),
    queues,
    parked,
    events: inspection.events().slice(0, SHOWN),
    failures: inspection.failures().slice(0, SHOWN),
    denied: inspection.denied().slice(0, SHOWN),
    problems: inspection.problems().slice(0, SHOWN),
    functionIds: inspection.functionIds,
  };
}
