import type { Text } from '#shared/domain/text.ts';

/** Text made safe to stand in HTML, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Both languages; the style sheet shows the one the reader chose. */
export function bilingual(text: Text): string {
  return `<span lang="vi">${escapeHtml(text.vi)}</span><span lang="en">${escapeHtml(text.en)}</span>`;
}

/** The heading a cell shows where the screen is too narrow for columns, as attributes of the cell. */
export function headed(text: Text): string {
  return `data-vi="${escapeHtml(text.vi)}" data-en="${escapeHtml(text.en)}"`;
}

const SECTIONS: readonly { path: string; text: Text }[] = [
  { path: '/', text: { vi: 'Trang đầu', en: 'Home' } },
  { path: '/docs/', text: { vi: 'Tài liệu API', en: 'API' } },
  { path: '/docs/events/', text: { vi: 'Sự kiện', en: 'Events' } },
  { path: '/docs/errors/', text: { vi: 'Mã lỗi', en: 'Errors' } },
];

export interface Page {
  readonly path: string;
  readonly title: Text;
  readonly introduction: Text;
  /** HTML of the body; everything in it already escaped. */
  readonly main: string;
  /** Extra elements of the head: style sheets and scripts of this origin, none inline. */
  readonly head?: string;
}

/** A page in the shell of the site: same header, style and language switch as the first page. */
export function renderPage(page: Page): string {
  const links = SECTIONS.map(
    ({ path, text }) =>
      `<a href="${path}"${path === page.path ? ' aria-current="page"' : ''}>${bilingual(text)}</a>`,
  ).join('\n        ');
  return `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(page.title.vi)} – Tín dụng chính sách xã hội Quảng Ninh</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/site.css" />
    <script type="module" src="/language.js"></script>
    ${page.head ?? ''}
  </head>
  <body>
    <a class="skip" href="#main">${bilingual({ vi: 'Đến nội dung', en: 'Skip to content' })}</a>
    <header class="bar">
      <a class="name" href="/">${bilingual({
        vi: 'Tín dụng chính sách xã hội Quảng Ninh',
        en: 'Social policy credit of Quang Ninh',
      })}</a>
      <nav aria-label="Mục chính / main">
        ${links}
        <button type="button" data-language-switch hidden></button>
      </nav>
    </header>
    <main id="main" class="wide">
      <h1>${bilingual(page.title)}</h1>
      <p class="intro">${bilingual(page.introduction)}</p>
      ${page.main}
    </main>
  </body>
</html>
`;
}
