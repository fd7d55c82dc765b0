const mark = 'data-mfa-printing';

/**
 * While backup codes show, what is printed is the codes and nothing of the page around them, which no style
 * within a shadow root can hide. Returns a function that stops this.
 */
export function printCodesAlone(element: HTMLElement, shadow: ShadowRoot): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media print {
    body :not(:has([${mark}]), [${mark}]) { display: none !important; }
    :has([${mark}]) { margin: 0 !important; padding: 0 !important; background: none !important; }
  }`);
  const sheets = document.adoptedStyleSheets;
  function begin() {
    if (!shadow.querySelector('.backup-codes')) return;
    element.setAttribute(mark, '');
    sheets.push(sheet);
  }
  function end() {
    element.removeAttribute(mark);
    if (sheets.includes(sheet)) sheets.splice(sheets.indexOf(sheet), 1);
  }
  const stop = new AbortController();
  window.addEventListener('beforeprint', begin, stop);
  window.addEventListener('afterprint', end, stop);
  return () => {
    stop.abort();
    end();
  };
}
