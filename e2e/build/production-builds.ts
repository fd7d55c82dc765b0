import { fileURLToPath } from 'node:url';

/**
 * React Router ships a build without warnings for developers, 0.5 kB gzip smaller, but its package
 * exports only name the build with them. React DOM's entries choose a build, and check that they were
 * made small: here, the choice is made.
 */
export const productionBuilds = [
  ['react-router', 'react-router/dist/production/index.mjs'],
  ['react-router/dom', 'react-router/dist/production/dom-export.mjs'],
  ['react-dom', 'react-dom/cjs/react-dom.production.js'],
  ['react-dom/client', 'react-dom/cjs/react-dom-client.production.js'],
].map(([name, file]) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url)),
}));

/** The first versions with light-dark() and the popover attribute, which the app is built on. index.html names them. */
export const target = ['chrome123', 'edge123', 'firefox125', 'safari17.5', 'ios17.5'];
