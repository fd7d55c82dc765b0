import { createContext } from 'react';

/** Whether another method is on and offered beside the one that is asked for. */
export const HasOthers = createContext(false);
