/** Origin of the backend, without a trailing slash. Empty means this origin. Set at build time. */
export const backendUrl = (import.meta.env.VITE_BACKEND_URL ?? '').replace(/\/+$/, '');
