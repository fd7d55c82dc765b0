/**
 * Reports each text node that React adds to, changes in, or removes from an element that stays, or
 * inserts something before.
 *
 * A browser that translates a page replaces its text nodes by its own elements. React continues to
 * use the nodes that it created: it changes text that is no longer on screen, and fails when it
 * removes a node. React may safely set the text of an element that contains nothing else.
 *
 * Runs in the page by itself, so it refers to nothing outside.
 */
export function watchBareText(complain: (complaint: string) => void = console.error): void {
  watch('appendChild', (parent, node) => check(node, 'added', parent));
  watch('removeChild', (parent, node) => check(node, 'taken out', parent));
  watch('insertBefore', (parent, node, next) => {
    check(node, 'added', parent);
    check(next, 'behind what was added', parent);
  });
  const nodeValue = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
  Object.defineProperty(Node.prototype, 'nodeValue', {
    ...nodeValue,
    set(this: Node, value: string | null) {
      check(this, `changed to ${JSON.stringify(value)}`, this.parentNode);
      nodeValue?.set?.call(this, value);
    },
  });

  type Method = (this: Node, ...nodes: (Node | null)[]) => Node;

  function watch(
    name: 'appendChild' | 'insertBefore' | 'removeChild',
    look: (parent: Node, node: Node | null, next: Node | null) => void,
  ): void {
    const descriptor = Object.getOwnPropertyDescriptor(Node.prototype, name);
    const method = descriptor?.value as Method;
    Object.defineProperty(Node.prototype, name, {
      ...descriptor,
      value(this: Node, ...nodes: (Node | null)[]) {
        const [node = null, next = null] = nodes;
        look(this, node, next);
        return method.apply(this, nodes);
      },
    });
  }

  function check(node: Node | null, deed: string, parent: Node | null): void {
    if (!isBare(node) || !parent?.isConnected) return;
    const words = JSON.stringify(node?.nodeValue);
    complain(`${words} was ${deed} without an element of its own, in "${parent.textContent}"`);
  }

  /**
   * Whether React keeps this text as a node; it keeps none where it only sets the text of an
   * element.
   */
  function isBare(node: Node | null): boolean {
    return node instanceof Text && Object.keys(node).some((key) => key.startsWith('__reactFiber$'));
  }
}
