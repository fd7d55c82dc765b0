import { judgedBy } from './judged-by.ts';

export default judgedBy('browser', 'src/{activation,lib,session}/**/*.test.tsx');
