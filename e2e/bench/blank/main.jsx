// The least that a React page can be: what every ratio of the bench compares with.
import { createRoot } from 'react-dom/client';

createRoot(document.querySelector('#root')).render(<h1>Blank</h1>);
