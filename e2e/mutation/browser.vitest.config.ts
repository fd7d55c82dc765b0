import { judgedBy } from './judged-by.ts';

/** Without the tests of whole pages of settings, each of which waits for what a mutant never shows. */
export default judgedBy('browser', 'src/{api,session,activation}/**/*.test.tsx');
