/** The inspector as HTML: Vietnamese first, English beside it. No script and nothing from elsewhere. */
import type { DeniedCall } from '../aws/aws-endpoint.ts';
import type { BusRecord } from '../events/bus.ts';
import type { QueueDepth } from '../events/queues.ts';
import { FAULT_KINDS } from '../faults.ts';
import type { FunctionFailure } from '../functions/function-types.ts';
import type { Inspection, ParkedMessage, Problem } from './inspection.ts';

export interface Snapshot {
  readonly clock: ReturnType<Inspection['clock']>;
  readonly faults: ReturnType<Inspection['faults']>;
  readonly queues: readonly QueueDepth[];
  readonly parked: readonly ParkedMessage[];
  readonly events: readonly BusRecord[];
  readonly failures: readonly FunctionFailure[];
  readonly denied: readonly DeniedCall[];
  readonly problems: readonly Problem[];
  readonly functionIds: readonly string[];
}

/** Long names and lines break where they must: the page never scrolls sideways; on a narrow screen rows are blocks. */
const STYLE = `*{box-sizing:border-box}
body{font:15px/1.5 system-ui,sans-serif;margin:1.5rem auto;max-width:70rem;padding:0 1rem;color:#1b1f23}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid #d0d7de}
small{color:#57606a;font-weight:normal}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #eaeef2;vertical-align:top;overflow-wrap:anywhere}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
td.time{white-space:nowrap}td.name{min-width:9rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;font-size:12px}
form{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end}label{display:block}input{font:inherit;padding:.2rem .4rem;max-width:10rem}
.alarm{background:#fff1f0}summary{cursor:pointer}li{overflow-wrap:anywhere}
@media (max-width:40rem){th,td{padding:.3rem .25rem}.rows,.rows tbody,.rows tr,.rows td{display:block}
.rows tr{padding:.4rem 0;border-bottom:1px solid #d0d7de}.rows td{padding:.1rem 0;border:0}}`;

export function inspectorPage(snapshot: Snapshot): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Kiểm tra đám mây cục bộ</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>
<h1>Kiểm tra đám mây cục bộ <small lang="en">Local cloud inspector</small></h1>
<p><a href="/">Làm mới</a> · <a href="/inspection.json">JSON</a></p>
${businessDay(snapshot)}${queues(snapshot)}${parked(snapshot)}${failures(snapshot)}${denied(snapshot)}
${problems(snapshot)}${events(snapshot)}${faults(snapshot)}${logs(snapshot)}</body></html>`;
}

function businessDay({ clock }: Snapshot): string {
  return `${heading('Ngày nghiệp vụ', 'Business day')}
<p>Các hàm đang thấy ngày <b>${text(clock.today)}</b>${clock.businessDay === null ? ' (theo đồng hồ thật).' : ' (đã đặt).'}</p>
<form method="post" action="/business-day"><label>Đặt ngày <input type="date" name="day" value="${text(clock.businessDay ?? '')}"></label>
<button>Đặt</button></form><form method="post" action="/business-day"><input type="hidden" name="day" value=""><button>Theo đồng hồ thật</button></form>`;
}

function queues({ queues: depths }: Snapshot): string {
  const rows = depths.map(({ name, visible, inFlight, delayed }) => {
    const alarming = /dead-letters|unrelayed/.test(name) && visible + inFlight > 0;
    return `<tr${alarming ? ' class="alarm"' : ''}><td>${text(name)}</td>${[visible, inFlight, delayed].map((count) => `<td class="number">${count}</td>`).join('')}</tr>`;
  });
  return `${heading('Hàng đợi', 'Queues')}<table><tr><th>Tên</th><th class="number">Đang chờ</th><th class="number">Đang xử lý</th><th class="number">Hẹn giờ</th></tr>${rows.join('')}</table>`;
}

function parked({ parked: items }: Snapshot): string {
  return list('Sự kiện được cất giữ', 'Parked events', items, ({ table, item }) => {
    const { parkedAt, consumer, reason, status, ...rest } = item;
    return `<td class="time">${text(parkedAt)}</td><td class="name">${text(table)}<br>${text(consumer)}</td><td>${text(reason)} (${text(status)})${details(rest)}</td>`;
  });
}

function failures({ failures: items }: Snapshot): string {
  return list('Lỗi của hàm', 'Function errors', items, ({ at, functionId, error, logs: lines, event }) => {
    const story = `<details><summary>nhật ký và đầu vào</summary><pre>${text([error.stack ?? '', ...lines].join('\n'))}</pre><pre>${text(JSON.stringify(event, null, 1))}</pre></details>`;
    return `<td class="time">${text(at)}</td><td class="name">${text(functionId)}</td><td>${text(error.type)}: ${text(error.message)}${story}</td>`;
  });
}

function denied({ denied: items }: Snapshot): string {
  return list('Lời gọi bị từ chối', 'Denied calls', items, ({ at, principal, action, resource, missing }) => {
    return `<td class="time">${text(at)}</td><td class="name">${text(principal)}</td><td>${text(action)}<br>${text(resource)}<pre>${text(missing)}</pre></td>`;
  });
}

function problems({ problems: items }: Snapshot): string {
  return list(
    'Trục trặc đường truyền',
    'Trouble on the way',
    items,
    ({ at, text: words }) => `<td class="time">${text(at)}</td><td colspan="2">${text(words)}</td>`,
  );
}

function events({ events: items }: Snapshot): string {
  return list('Sự kiện trên bus', 'Events on the bus', items, ({ at, event, rules }) => {
    return `<td class="time">${text(at)}</td><td class="name">${text(event['detail-type'])}<br><small>${text(event.source)}</small></td><td>${text(rules.length === 0 ? 'không nơi nào nhận' : rules.join(', '))}${details(event.detail)}</td>`;
  });
}

function faults({ faults: settings }: Snapshot): string {
  const percentOf = (kind: string): number =>
    Math.round((settings.rules.find((rule) => rule.kind === kind)?.probability ?? 0) * 100);
  const inputs = FAULT_KINDS.map(
    (kind) =>
      `<label>${kind}, % <input type="number" min="0" max="100" name="${kind}" value="${percentOf(kind)}"></label>`,
  );
  return `${heading('Lỗi giả lập', 'Injected faults')}<p>Đã gây ${settings.struck.length} lỗi từ khi đặt.</p>
<form method="post" action="/faults"><label>Hạt giống <input type="number" min="0" name="seed" value="${settings.seed}"></label>
<label>Chỉ nơi có tên chứa <input name="where" value="${text(settings.rules[0]?.where ?? '')}"></label>${inputs.join('')}<button>Áp dụng</button></form>`;
}

function logs({ functionIds }: Snapshot): string {
  const links = functionIds.map((id) => `<li><a href="/logs/${text(id)}">${text(id)}</a></li>`);
  return `${heading('Nhật ký hàm', 'Function logs')}<ul>${links.join('')}</ul>`;
}

function list<T>(vi: string, en: string, items: readonly T[], row: (item: T) => string): string {
  const body =
    items.length === 0
      ? '<p>Không có. <small lang="en">None.</small></p>'
      : `<table class="rows">${items.map((item) => `<tr>${row(item)}</tr>`).join('')}</table>`;
  return heading(vi, en) + body;
}

function details(value: unknown): string {
  return `<details><summary>nội dung</summary><pre>${text(JSON.stringify(value, null, 1))}</pre></details>`;
}

function heading(vi: string, en: string): string {
  return `<h2>${vi} <small lang="en">${en}</small></h2>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function text(value: unknown): string {
  const words = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  return words.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
