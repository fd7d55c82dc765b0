import type { Plugin } from 'vite';
import { foldReactDom } from './fold-react-dom.ts';

interface Part {
  /** The module that holds it, in node_modules. */
  module: RegExp;
  /** Each must be found in the module, or the build fails: a new version may have moved it. */
  edits: [find: RegExp, replacement: string][];
  /** What else changes; throws where it finds nothing to change. */
  fold?: (code: string) => string;
}

/** What the app does not import from React; React DOM is built without it. */
const unusedOfReact = ['Activity', 'Children', 'ViewTransition', 'useActionState', 'useOptimistic'];

/**
 * What the bundler keeps of libraries though nothing uses it: together 23 kB gzip of the first load.
 */
const parts: Part[] = [
  {
    // React Router names its components for developers' tools, derives classes and calls functions
    // as it loads. The bundler takes each of these for an effect, and keeps what nobody imports.
    module: /react-router\/dist\/production\/chunk-.*\.mjs$/,
    edits: [
      [/^\w+\.displayName = .*;$/gm, ''],
      [/(?<= = )(?=\w+\.(?:forwardRef|createContext|memo)\()/g, '/* @__PURE__ */ '],
      [/(?<=^var \w+ = )(?=new Set\()/gm, '/* @__PURE__ */ '],
      [
        /^var (\w+) = (class extends React\d*\.Component \{[^]*?^\});$/gm,
        'var $1 = /* @__PURE__ */ (() => $2)();',
      ],
      [
        /^(var \w+ = )(Object\.getOwnPropertyNames\(Object\.prototype\).*);$/gm,
        '$1/* @__PURE__ */ (() => $2)();',
      ],
      // What only a data router does. The app has a `BrowserRouter`, which has no such state.
      [/let dataRouterState = dataRouterOpts\?\.state;/, 'const dataRouterState = undefined;'],
      [/return isDataRoute \? useNavigateStable\(\) : (useNavigateUnstable\(\);)/, 'return $1'],
    ],
  },
  {
    // The app has no list that is read page by page.
    module: /query-core\/build\/modern\/query\.js$/,
    edits: [
      [/^import \{ infiniteQueryBehavior \} .*$/m, ''],
      [
        /this\.#queryType === "infinite" \? infiniteQueryBehavior\([^()]*\) : this\.options\.behavior/,
        'this.options.behavior',
      ],
    ],
  },
  {
    // The app preloads nothing by React's functions, which no bundler can drop from such a module.
    module: /react-dom\/cjs\/react-dom\.production\.js$/,
    edits: [
      [
        /^exports\.(?:preconnect|prefetchDNS|preinit|preinitModule|preload|preloadModule) = function[^]*?^\};$/gm,
        '',
      ],
    ],
  },
  {
    module: /react\/cjs\/react\.production\.js$/,
    edits: unusedOfReact.map((name) => [
      new RegExp(`^exports\\.${name} = (?:\\w+;|function[^]*?^\\};)$`, 'm'),
      '',
    ]),
  },
  {
    module: /react-dom\/cjs\/react-dom-client\.production\.js$/,
    edits: [],
    fold: foldReactDom,
  },
  {
    // Sentences have values and plurals, and the build has compiled them. Dates and numbers are values,
    // and `Trans` has no `render` or `component`.
    module: /@lingui\/core\/dist\/index\.mjs$/,
    edits: [
      [/^    (?:selectordinal|number|date|time): [^]*?(?=^    \w+: |^  \};)/gm, ''],
      [/^    select: selectFormatter,$/m, ''],
      [
        /^  (?:get localeData|_loadLocaleData|loadLocaleData|setMessagesCompiler)\([^]*?^  \}$/gm,
        '',
      ],
      [/^    if \(params\.localeData != null\)\n.*$/m, ''],
      [/^    __publicField\(this, "_(?:localeData|missing|messageCompiler)".*$/gm, ''],
      [/^    if \(params\.missing != null\)\n.*$/m, ''],
      [/^    const messageMissing = [^]*?(?=^    let translation)/m, ''],
      [
        /^    if \(isString\(translation\)\) \{\n      if \(this\._messageCompiler[^]*?^    \}$/m,
        '',
      ],
      [/^    if \(isString\(result\) && ESCAPE_SEQUENCE_REGEX[^]*?^    \}$/m, ''],
      [/^    if \(isString\(translation\) && ESCAPE_SEQUENCE_REGEX.*\n.*$/m, ''],
      // Fields of a class, as a compiler for old browsers defines them.
      [/^    __publicField(?:\$1)?\(this, "(\w+)", (.*)\);$/gm, '    this.$1 = $2;'],
      [/^    __publicField\(this, "\w+"\);$/gm, ''],
    ],
  },
  {
    module: /@lingui\/react\/dist\/shared\/react\.\w+\.mjs$/,
    edits: [
      [/^    if \(!element \|\| voidElementTags[^]*?^    \}$/m, ''],
      [/^    if \(Array\.isArray\(element\)\) \{[^]*?^    \}$/m, ''],
      [
        /^  if \(render && component\) \{[^]*?^  if \(typeof render === "function"\) \{[^]*?^  \}$/m,
        '',
      ],
      [/^  if \(render === null .*\{[^]*?^  \}$/m, ''],
      [/component \|\| FallbackComponent/, 'FallbackComponent'],
    ],
  },
];

/**
 * Removes {@link parts}, and fails where a module or what to change in it is gone.
 * @param isLeftOut whether the build leaves a package out, which others bring
 */
export function dropUnusedParts(isLeftOut: RegExp = /^$/): Plugin {
  const met = new Set<Part>();
  const bundled = parts.filter(({ module }) => !isLeftOut.test(module.source));
  return {
    name: 'drop-unused-parts',
    apply: 'build',
    transform: {
      filter: { id: bundled.map(({ module }) => module) },
      handler(code, id) {
        const part = bundled.find(({ module }) => module.test(id));
        if (!part || (part.module.source.includes('chunk-') && !code.includes('.displayName = ')))
          return;
        met.add(part);
        let smaller = part.fold?.(code) ?? code;
        for (const [find, replacement] of part.edits) {
          const edited = smaller.replace(find, replacement);
          if (edited === smaller) this.error(`Nothing in ${id} matches ${find} any more.`);
          smaller = edited;
        }
        return { code: smaller, map: null };
      },
    },
    generateBundle(_, bundle) {
      const used = new RegExp(`\\.(?:${[...unusedOfReact, 'hydrateRoot'].join('|')})\\b`);
      for (const file of Object.values(bundle)) {
        const [name] = (file.type === 'chunk' && used.exec(file.code)) || [];
        if (name) this.error(`${file.fileName} uses React's ${name}, which the build leaves out.`);
      }
    },
    buildEnd(error) {
      const missed = bundled.filter((part) => !met.has(part));
      if (!error && missed.length > 0)
        this.error(
          `No module matches ${missed.map(({ module }) => module).join(' or ')} any more.`,
        );
    },
  };
}
