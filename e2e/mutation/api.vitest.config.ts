import { judgedBy } from './judged-by.ts';

export default judgedBy('browser', 'src/api/**/*.test.tsx');
