import { line } from './icon.tsx';

/** Icons that only lazy parts show, so they are not in the first load. */
export const CheckIcon = line('M4.5 12.500l5 5 10-11');
export const ClockIcon = line('M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5l3.5 2');
export const CopyIcon = line('M9 9h10v11H9zM5 15V4h10');
export const SearchIcon = line('M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16 16l4.5 4.5');
export const DownloadIcon = line('M12 4v11M7.5 11l4.5 4.5 4.5-4.500M5 20h14');
export const PrinterIcon = line('M7 8V3.500h10V8M7 17H4V8.500h16V17h-3M7 14h10v6.500H7z');
export const CloseIcon = line('M6 6l12 12M18 6L6 18');
