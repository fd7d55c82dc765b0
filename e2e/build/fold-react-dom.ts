import { parseSync, Visitor } from 'vite';
import type { ESTree } from 'vite';
import { type Feature, features } from './react-dom-features.ts';

interface Range {
  start: number;
  end: number;
}

/**
 * Replaces what React DOM asks about {@link features} with the answer that it always gets here ("are we hydrating?
 * no"), so that the bundler drops the code that only they need.
 * @throws Error where a new version no longer has what is named
 */
export function foldReactDom(
  source: string,
  wanted: readonly Feature[] = Object.values(features),
): string {
  let code = source;
  for (const find of wanted.flatMap(({ gone = [] }) => gone)) {
    const shorter = code.replace(find, '');
    if (shorter === code) throw new Error(`Nothing in React DOM matches ${String(find)} any more.`);
    code = shorter;
  }
  const falses = new Set(wanted.flatMap((feature) => feature.falses ?? []));
  const kinds = new Set<unknown>(wanted.flatMap((feature) => feature.kinds ?? []));
  const types = new Set(wanted.flatMap((feature) => feature.types ?? []));
  const hooks = new Set(wanted.flatMap((feature) => feature.hooks ?? []));
  const calls = new Map(wanted.flatMap((feature) => Object.entries(feature.calls ?? {})));
  const fields = new Map(wanted.flatMap((feature) => Object.entries(feature.fields ?? {})));
  const met = new Set<unknown>();
  const edits: (Range & { text: string })[] = [];
  const replace = ({ start, end }: Range, text: string) => edits.push({ start, end, text });
  const written = new Set<Range>();
  /** Functions with a parameter of the same name as a variable. */
  const shadows: Range[] = [];

  const kindOf = (node: ESTree.Expression) => {
    const isKind = node.type === 'Literal' && kinds.has(node.value);
    if (isKind) met.add(node.value);
    return isKind;
  };
  new Visitor({
    FunctionDeclaration(node) {
      if (node.params.some((param) => param.type === 'Identifier' && falses.has(param.name)))
        shadows.push(node);
    },
    VariableDeclarator({ id }) {
      written.add(id);
    },
    AssignmentExpression({ left, right }) {
      written.add(left);
      if (left.type === 'Identifier' && falses.has(left.name))
        replace({ start: left.start, end: right.start }, '');
    },
    Identifier(node) {
      if (!falses.has(node.name) || written.has(node)) return;
      if (shadows.some(({ start, end }) => start < node.start && node.end < end)) return;
      met.add(node.name);
      replace(node, 'false');
    },
    MemberExpression(node) {
      const { property } = node;
      if (written.has(node) || property.type !== 'Identifier') return;
      const held = fields.get(property.name);
      if (!held) return;
      met.add(property.name);
      replace(node, held);
    },
    BinaryExpression(node) {
      const { left, operator, right } = node;
      if ((isKindOf(left) && kindOf(right)) || (isKindOf(right) && kindOf(left)))
        replace(node, String(operator === '!=='));
    },
    CallExpression(node) {
      const { callee } = node;
      const result = callee.type === 'Identifier' ? calls.get(callee.name) : undefined;
      if (callee.type !== 'Identifier' || !result) return;
      met.add(callee.name);
      replace(node, result);
    },
    Property(node) {
      const { key } = node;
      if (key.type !== 'Identifier' || !hooks.has(key.name)) return;
      met.add(key.name);
      const [comma = ''] = /^\s*,/.exec(code.slice(node.end)) ?? [];
      replace({ start: node.start, end: node.end + comma.length }, '');
    },
    SwitchStatement({ discriminant, cases }) {
      let before: ESTree.SwitchCase | undefined;
      for (const one of cases) {
        const { test } = one;
        const isGone =
          test &&
          ((isKindOf(discriminant) && kindOf(test)) ||
            (test.type === 'Identifier' && types.has(test.name)));
        if (!isGone) {
          before = one;
          continue;
        }
        if (test.type === 'Identifier') met.add(test.name);
        const [first] = one.consequent;
        const isEntered = before && !leaves(before.consequent.at(-1));
        replace(isEntered && first ? { start: one.start, end: first.start } : one, '');
      }
    },
  }).visit(parseSync('react-dom.js', code).program);

  const unmet = [...falses, ...kinds, ...types, ...hooks, ...calls.keys(), ...fields.keys()].filter(
    (name) => !met.has(name),
  );
  if (unmet.length > 0) throw new Error(`React DOM has no ${unmet.join(', ')} any more.`);
  return apply(code, edits);
}

/** Whether an expression reads the kind of a fiber. */
function isKindOf(node: ESTree.Expression | ESTree.PrivateInExpression['left']): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'tag'
  );
}

/** Whether nothing after a statement is reached from it. */
function leaves(statement: ESTree.Statement | undefined): boolean {
  switch (statement?.type) {
    case 'ReturnStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return leaves(statement.body.at(-1));
    default:
      return false;
  }
}

/** Of edits within each other, the outermost holds. */
function apply(code: string, edits: (Range & { text: string })[]): string {
  let done = 0;
  let edited = '';
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < done) continue;
    edited += code.slice(done, start) + text;
    done = end;
  }
  return edited + code.slice(done);
}
