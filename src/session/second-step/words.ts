import { addWords } from '../../lib/words.ts';
import { messages } from './locales/en.po';

addWords(messages);
