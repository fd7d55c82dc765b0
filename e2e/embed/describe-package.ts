interface App {
  version: string;
  dependencies: Record<string, string>;
}

const peers = ['react', 'react-dom', '@tanstack/react-query'];

/** The package.json of the library. The app's own stays as it is. */
export function describePackage({ version, dependencies }: App) {
  const range = (name: string) => {
    const exact = dependencies[name];
    if (exact === undefined) throw new Error(`The app does not depend on ${name}.`);
    // From the minor version on that the app is tested with.
    return `^${exact.replace(/\.\d+$/, '.0')}`;
  };
  return {
    name: 'mfa-settings',
    version,
    private: true,
    description:
      'The settings page of multi-factor authentication, as a component, an element and hooks',
    license: 'MIT',
    type: 'module',
    sideEffects: ['./element/mfa-settings.js', './*/parts/*.js'],
    exports: {
      '.': { types: './types/mfa-settings.d.ts', default: './react/mfa-settings.js' },
      './element': {
        types: './types/mfa-settings-element.d.ts',
        default: './element/mfa-settings.js',
      },
      './element/jsx': { types: './types/mfa-settings-jsx.d.ts', default: './element/jsx.js' },
      './headless': {
        types: './types/headless/mfa-hooks.d.ts',
        default: './headless/mfa-hooks.js',
      },
      './messages.json': './messages.json',
      './package.json': './package.json',
    },
    files: ['react', 'element', 'headless', 'types', 'messages.json'],
    // Of the component and the hooks; the element brings its own.
    peerDependencies: Object.fromEntries(peers.map((name) => [name, range(name)])),
  };
}
