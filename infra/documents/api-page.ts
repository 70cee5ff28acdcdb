import { renderPage } from './html.ts';

/** The rendered OpenAPI document. Everything it loads is of this origin, so it also works cut off from the world. */
export function renderApiPage(): string {
  return renderPage({
    path: '/docs/',
    title: { vi: 'Tài liệu API', en: 'API documentation' },
    introduction: {
      vi: 'Mọi đường dẫn của nền tảng, ai được gọi, gửi gì, nhận gì và lỗi nào có thể xảy ra. Bấm “Authorize” rồi dán mã đăng nhập để gọi thử ngay tại đây; thêm dryRun=true để thử một lệnh mà không ghi gì.',
      en: 'Every route of the platform: who may call it, what to send, what comes back and which errors can happen. Press “Authorize” and paste a token to try it here; add dryRun=true to try a command without recording anything.',
    },
    main: '<div id="swagger-ui"></div>',
    head: `<link rel="stylesheet" href="/docs/swagger-ui.css" />
    <script src="/docs/swagger-ui-bundle.js" defer></script>
    <script src="/docs/api-page.js" defer></script>`,
  });
}

/** Starts the renderer. A file of its own because the content security policy allows no inline script. */
export const API_PAGE_SCRIPT = `SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  filter: true,
  tryItOutEnabled: false,
  // The default validator is a service of another host.
  validatorUrl: null,
});
`;
