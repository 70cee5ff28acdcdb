import type * as z from 'zod/mini';
import type { Text } from '#shared/domain/text.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import type { CataloguedEvent, EventCatalogue } from './event-catalogue.ts';
import { bilingual, escapeHtml, renderPage } from './html.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const ENVELOPE: Readonly<Record<keyof Envelope, Text>> = {
  id: { vi: 'Mã sự kiện; hai lần đến là cùng một mã', en: 'Identity; a second delivery has the same' },
  type: { vi: 'Loại sự kiện, thì quá khứ', en: 'What happened, in the past tense' },
  version: { vi: 'Phiên bản của phần data', en: 'Version of the data' },
  source: { vi: 'Dịch vụ phát ra', en: 'The service that publishes it' },
  subject: { vi: 'Đối tượng được nói đến', en: 'The thing it speaks of' },
  aggregateVersion: { vi: 'Phiên bản của đối tượng sau việc này', en: 'Version of that thing after the act' },
  communeId: {
    vi: 'Xã, phường, đặc khu; trống nếu thuộc cả tỉnh',
    en: 'Commune; null when it is the province’s',
  },
  effectiveOn: { vi: 'Ngày làm việc mà việc này được tính', en: 'Business day the act counts for' },
  recordedAt: { vi: 'Thời điểm ghi', en: 'Instant the act was written' },
  actor: { vi: 'Người hoặc hệ thống đã làm', en: 'The person or system that acted' },
  correlationId: { vi: 'Mã theo dõi xuyên suốt một yêu cầu', en: 'Follows one request through all services' },
  causationId: {
    vi: 'Sự kiện gây ra sự kiện này; trống nếu do người làm',
    en: 'The event that caused it, if one did',
  },
  data: { vi: 'Nội dung riêng của từng loại sự kiện', en: 'What this type of event tells' },
};

/** The event catalogue for people. */
export function renderEventPage(catalogue: EventCatalogue): string {
  const sources = Map.groupBy(catalogue.events, (event) => event.source);
  const sections = [...sources].map(
    ([source, events]) => `<section aria-labelledby="${source}">
        <h2 id="${source}"><code>${source}</code></h2>
        ${events.map(renderEvent).join('\n        ')}
      </section>`,
  );
  return renderPage({
    path: '/docs/events/',
    title: { vi: 'Danh mục sự kiện', en: 'Event catalogue' },
    introduction: {
      vi: 'Những gì các dịch vụ báo cho nhau và cho hệ thống khác. Mỗi sự kiện nằm trong cùng một phong bì; phần “data” được nêu ở dưới. Người nhận phải chịu được sự kiện đến hai lần hoặc không đúng thứ tự: dùng “id” để bỏ bản trùng, “aggregateVersion” để nhận ra bản cũ.',
      en: 'What the services tell each other and other systems. Every event wears the same envelope; its “data” is described below. A receiver must bear events that come twice or out of order: “id” tells duplicates, “aggregateVersion” tells a late one.',
    },
    main: `<section aria-labelledby="envelope">
        <h2 id="envelope">${bilingual({ vi: 'Phong bì', en: 'Envelope' })}</h2>
        ${renderFields(catalogue.envelope, ENVELOPE)}
      </section>
      ${sections.join('\n      ')}`,
  });
}

function renderEvent(event: CataloguedEvent): string {
  return `<article id="${event.type}">
          <h3><code>${event.type}</code> · v${event.version}</h3>
          <p>${bilingual(event.title)}</p>
          ${renderFields(event.data)}
        </article>`;
}

function renderFields(schema: JsonSchema, meanings: Readonly<Record<string, Text>> = {}): string {
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const meaning = meanings[name];
    const described = escapeHtml(resolve(schema, field).description ?? '');
    return `<tr>
              <td><code>${escapeHtml(name)}</code>${required.has(name) ? '' : ' ?'}</td>
              <td><code>${escapeHtml(kindOf(schema, field))}</code></td>
              <td>${meaning ? bilingual(meaning) : described}</td>
            </tr>`;
  });
  return `<div class="scroll"><table>
            <thead><tr>
              <th scope="col">${bilingual({ vi: 'Trường', en: 'Field' })}</th>
              <th scope="col">${bilingual({ vi: 'Kiểu', en: 'Type' })}</th>
              <th scope="col">${bilingual({ vi: 'Ý nghĩa', en: 'Meaning' })}</th>
            </tr></thead>
            <tbody>${rows.join('')}</tbody>
          </table></div>`;
}

function resolve(root: JsonSchema, field: JsonSchema | boolean): JsonSchema {
  if (typeof field === 'boolean') return {};
  const name = field.$ref?.split('/').at(-1);
  const target = name === undefined ? undefined : root.$defs?.[name];
  return typeof target === 'object' ? { ...target, ...field } : field;
}

/** A short name of a field's type: `Vnd`, `string | null`, `Posting[]`, `"a" | "b"`. */
function kindOf(root: JsonSchema, field: JsonSchema | boolean): string {
  if (typeof field === 'boolean') return 'any';
  if (field.$ref !== undefined) return field.$ref.split('/').at(-1) ?? 'any';
  if (field.enum) return field.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (field.const !== undefined) return JSON.stringify(field.const);
  const options = field.anyOf ?? field.oneOf;
  if (options) return options.map((option) => kindOf(root, option)).join(' | ');
  if (field.type === 'array' && typeof field.items === 'object' && !Array.isArray(field.items)) {
    return `${kindOf(root, field.items)}[]`;
  }
  if (field.type === 'object' && field.properties) {
    const fields = Object.entries(field.properties).map(([name, inner]) => `${name}: ${kindOf(root, inner)}`);
    return `{ ${fields.join('; ')} }`;
  }
  return [field.type ?? 'any'].flat().join(' | ');
}
