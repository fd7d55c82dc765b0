import { register } from '@teamhanko/hanko-elements';

// As its documentation has it, with the API on the page's own origin: no preflight, no second connection.
await register(location.origin);
