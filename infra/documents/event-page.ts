import type * as z from 'zod/mini';
import type { CataloguedEvent, EventCatalogue } from './event-catalogue.ts';
import { bilingual, escapeHtml, renderPage } from './html.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

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
    path: '/docs/events',
    title: { vi: 'Danh mục sự kiện', en: 'Event catalogue' },
    introduction: {
      vi: 'Những gì các dịch vụ báo cho nhau và cho hệ thống khác. Mỗi sự kiện nằm trong cùng một phong bì; phần “data” được nêu ở dưới. Người nhận phải chịu được sự kiện đến hai lần hoặc không đúng thứ tự: dùng “id” để bỏ bản trùng, “aggregateVersion” để nhận ra bản cũ.',
      en: 'What the services tell each other and other systems. Every event wears the same envelope; its “data” is described below. A receiver must bear events that come twice or out of order: “id” tells duplicates, “aggregateVersion” tells a late one.',
    },
    main: `<section aria-labelledby="envelope">
        <h2 id="envelope">${bilingual({ vi: 'Phong bì', en: 'Envelope' })}</h2>
        ${renderFields(catalogue.envelope)}
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

function renderFields(schema: JsonSchema): string {
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const resolved = resolve(schema, field);
    return `<tr>
              <td><code>${escapeHtml(name)}</code>${required.has(name) ? '' : ' ?'}</td>
              <td><code>${escapeHtml(kindOf(schema, field))}</code></td>
              <td>${escapeHtml(resolved.description ?? '')}</td>
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
