/** The styles of all parts that have been loaded, in the order in which they came. */
const sheets: CSSStyleSheet[] = [];
const shown = new Set<ShadowRoot>();

/**
 * The library's build puts this in the place of each stylesheet that a module imports. Constructed
 * stylesheets stay within their shadow root, and no content security policy refuses them.
 */
export function addStyles(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  sheets.push(sheet);
  for (const root of shown) root.adoptedStyleSheets.push(sheet);
}

/** Styles what is in a shadow root, also with what loads later. Returns a function that stops this. */
export function adoptStyles(root: ShadowRoot): () => void {
  root.adoptedStyleSheets = [...sheets];
  shown.add(root);
  return () => shown.delete(root);
}
