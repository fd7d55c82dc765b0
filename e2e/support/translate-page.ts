/** The parts of React's tree that this file reads. */
interface Fiber {
  tag: number;
  stateNode: unknown;
  memoizedProps: unknown;
  child: Fiber | null;
  sibling: Fiber | null;
}

/**
 * Translates a page as browsers do: replaces each text node, now and later, by an element with the
 * translation. Here the translation is the same text with a zero-width space at its end, if it has
 * letters; Playwright's locators ignore that.
 *
 * Reports text on the page that differs from what React rendered, because it was not updated or
 * removed.
 *
 * Runs in the page by itself, so it refers to nothing outside.
 */
export function translatePage(): void {
  const mark = '\u200B';
  const portal = 4;
  const portals = new Map<unknown, string>();
  const untranslated = 'head, script, style, [translate=no], font';

  const observer = new MutationObserver(() => {
    if (!document.body) return;
    translate(document.body);
    observer.takeRecords();
    compare();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });

  function translate(root: Element): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    for (const text of texts) {
      if (text.parentElement?.closest(untranslated)) continue;
      const font = document.createElement('font' as string);
      font.textContent = /\p{L}.*\S$/su.test(text.data) ? text.data + mark : text.data;
      text.replaceWith(font);
    }
  }

  function compare(): void {
    const root = document.getElementById('root');
    const key = root && Object.keys(root).find((name) => name.startsWith('__reactContainer$'));
    if (!key) return;
    const { stateNode } = (root as unknown as Record<string, { stateNode: { current: Fiber } }>)[
      key
    ]!;
    portals.clear();
    collectPortals(stateNode.current);
    const rendered = textOf(stateNode.current);
    const read = root.textContent.replaceAll(mark, '');
    if (read !== rendered)
      console.error(`The translated page reads "${read}", though it should be "${rendered}"`);
  }

  /** A portal's text stands in the element that it renders into, not where the portal is. */
  function collectPortals({ tag, stateNode, child }: Fiber): void {
    if (tag === portal) {
      const { containerInfo } = stateNode as { containerInfo: Element };
      portals.set(
        containerInfo,
        textOf({ tag: 0, stateNode: null, memoizedProps: null, child, sibling: null }),
      );
    }
    for (let each = child; each; each = each.sibling) collectPortals(each);
  }

  function textOf({ tag, stateNode, memoizedProps, child }: Fiber): string {
    const text = 6;
    const element = 5;
    const inHead = 26;
    if (tag === inHead || tag === portal) return '';
    if (tag === text) return String(memoizedProps);
    let inside = '';
    for (let each = child; each; each = each.sibling) inside += textOf(each);
    const { children } = (memoizedProps ?? {}) as { children?: unknown };
    const isTextAlone = typeof children === 'string' || typeof children === 'number';
    const own = tag === element && !child && isTextAlone ? String(children) : inside;
    return own + (portals.get(stateNode) ?? '');
  }
}
