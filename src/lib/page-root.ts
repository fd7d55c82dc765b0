/**
 * Where the elements of this page are: what looks for one by its id asks here. In another page, the library
 * has the shadow root around the settings in its place (src/embed).
 */
export const pageRoot = (): Document | ShadowRoot => document;
