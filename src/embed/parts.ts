import * as react from 'react/jsx-runtime';

/*
 * In the place of React's JSX runtime, for our components: gives elements the parts that a page may style
 * from outside, `mfa-settings::part(card)`.
 */

/** Part names by class. Those here are a promise; all other classes may change. */
const parts: Record<string, string> = {
  badge: 'badge',
  button: 'button',
  'button-danger': 'button-danger',
  'button-primary': 'button-primary',
  'button-quiet': 'button-quiet',
  'button-secondary': 'button-secondary',
  card: 'card',
  dialog: 'dialog',
  'dialog-content': 'dialog-content',
  'dialog-footer': 'dialog-footer',
  'dialog-header': 'dialog-header',
  'field-input': 'input',
  'icon-tile': 'icon',
  menu: 'menu',
  'menu-item': 'menu-item',
  'method-row': 'method',
  'method-row-state': 'method-state',
  'method-row-title': 'method-name',
  notice: 'notice',
  'protection-card': 'status',
  'settings-page': 'page',
  'settings-page-lead': 'lead',
};

const partsByElement: Record<string, string> = { h1: 'heading', h2: 'subheading' };

type Jsx = typeof react.jsx;

function withParts(create: Jsx): Jsx {
  return (type, props, key) => {
    // React would put it into the head of the page around.
    if (type === 'title') return create(Fragment, {}, key);
    if (typeof type !== 'string' || typeof props !== 'object' || props === null)
      return create(type, props, key);
    const part = partOf(type, 'className' in props ? props.className : undefined);
    return create(type, part ? { ...props, part } : props, key);
  };
}

function partOf(element: string, className: unknown): string {
  const classes = typeof className === 'string' ? className.split(' ') : [];
  return [partsByElement[element], ...classes.map((name) => parts[name])].filter(Boolean).join(' ');
}

export const { Fragment } = react;
export const jsx = withParts(react.jsx);
export const jsxs = withParts(react.jsxs);
