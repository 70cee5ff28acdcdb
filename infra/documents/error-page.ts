import type { ErrorCatalogue, ErrorEntry } from '#shared/domain/errors.ts';
import type { Text } from '#shared/domain/text.ts';
import { bilingual, headed, renderPage } from './html.ts';

const REMEDY: Text = { vi: 'Cần làm gì', en: 'What to do' };
const WHEN: Text = { vi: 'Khi nào', en: 'When' };

/**
 * The error catalogue for people; every problem's `type` points to a row of it. A code that two services know
 * is one row: codes mean the same everywhere.
 */
export function renderErrorPage(catalogues: readonly ErrorCatalogue[]): string {
  const entries = new Map<string, ErrorEntry>(catalogues.flatMap((catalogue) => Object.entries(catalogue)));
  const rows = [...entries]
    .sort(([a, left], [b, right]) => left.status - right.status || a.localeCompare(b))
    .map(
      ([code, entry]) => `<tr id="${code}">
            <td>${entry.status}</td>
            <td><code>${code}</code></td>
            <td>${bilingual(entry.title)}</td>
            <td ${headed(REMEDY)}>${bilingual(entry.remedy)}</td>
            <td ${headed(WHEN)}>${bilingual(entry.when)}</td>
          </tr>`,
    );
  return renderPage({
    path: '/docs/errors/',
    title: { vi: 'Danh mục mã lỗi', en: 'Error catalogue' },
    introduction: {
      vi: 'Mọi lỗi là application/problem+json (RFC 9457). Mã ở cột hai không đổi theo thời gian; nội dung cho người đọc có thể được viết lại.',
      en: 'Every error is application/problem+json (RFC 9457). The code never changes; the words for people may.',
    },
    main: `<div class="scroll"><table>
        <thead><tr>
          <th scope="col">HTTP</th>
          <th scope="col">${bilingual({ vi: 'Mã', en: 'Code' })}</th>
          <th scope="col">${bilingual({ vi: 'Nghĩa', en: 'Meaning' })}</th>
          <th scope="col">${bilingual(REMEDY)}</th>
          <th scope="col">${bilingual(WHEN)}</th>
        </tr></thead>
        <tbody>${rows.join('\n          ')}</tbody>
      </table></div>`,
  });
}
