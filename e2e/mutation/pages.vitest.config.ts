import { judgedBy } from './judged-by.ts';

export default judgedBy('browser', 'src/{activation,session}/**/*.test.tsx');
