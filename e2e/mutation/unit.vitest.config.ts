import { judgedBy } from './judged-by.ts';

export default judgedBy('unit', 'src/**/*.test.ts');
