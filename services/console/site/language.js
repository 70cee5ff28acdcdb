// The address holds the language (?lang=en), so a link shows what its sender saw; the choice is kept for next time.
const LABELS = { vi: 'English', en: 'Tiếng Việt' };
const KEPT = 'language';

const stored = () => {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null; // Storage may be forbidden; the address still works.
  }
};

const keep = (language) => {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // As above.
  }
};

const show = (language) => {
  document.documentElement.lang = language;
  for (const button of document.querySelectorAll('[data-language-switch]')) {
    button.hidden = false;
    button.textContent = LABELS[language];
  }
};

const choose = (language) => {
  keep(language);
  const address = new URL(location.href);
  address.searchParams.set('lang', language);
  history.replaceState(null, '', address);
  show(language);
};

const asked = new URLSearchParams(location.search).get('lang') ?? stored();
show(asked === 'en' ? 'en' : 'vi');
for (const button of document.querySelectorAll('[data-language-switch]')) {
  button.addEventListener('click', () => choose(document.documentElement.lang === 'en' ? 'vi' : 'en'));
}
